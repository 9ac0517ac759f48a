import type { Code, Value } from '../model/index.ts';

/** Whether a command is let through, and why not. */
export interface Answer {
  readonly allowed: boolean;
  /** Of a refusal; absent where the view cannot tell which code it is. */
  readonly code?: Code;
  /** The vendor's name of the code. */
  readonly name?: string;
  /** A sentence that a person can be shown. */
  readonly reason: string;
}

/** What a UI sees of an entity, as `simulate --json` shows it. What no gate asks for may be left out. */
export interface SeenEntity {
  readonly entity?: string;
  readonly phases: { readonly [phase: string]: string | null };
  readonly facts?: { readonly [fact: string]: Value };
  readonly [beside: string]: unknown;
}

/** The gates of one kind of entity. */
export interface Gate<Command extends string = string, Seen = SeenEntity> {
  /**
   * Answers every command in what is seen. Commands with parameters are asked about in their plainest form.
   *
   * @throws TypeError where the view is none of this entity: what, where, and what it may be.
   */
  (view: Seen): { readonly [C in Command]: Answer };
  /** Answers one command, and reads no more of the view than it needs for that: only what it reads is checked. */
  ask(command: Command, view: Seen): Answer;
}
