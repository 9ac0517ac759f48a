import type { Code, Value } from '../model/index.ts';

/** Whether a command is allowed, and why not. */
export interface Answer {
  readonly allowed: boolean;
  /** The code of a refusal; absent if the view cannot tell which one. */
  readonly code?: Code;
  /** The vendor's name of the code. */
  readonly name?: string;
  /** A sentence to show to people. */
  readonly reason: string;
}

/** What a UI sees of an entity, as `simulate --json` shows it. Whatever no gate reads may be left out. */
export interface SeenEntity {
  readonly entity?: string;
  readonly phases: { readonly [phase: string]: string | null };
  readonly facts?: { readonly [fact: string]: Value };
  readonly [beside: string]: unknown;
}

/** The gates of one kind of entity. */
export interface Gate<Command extends string = string, Seen = SeenEntity> {
  /**
   * Answers every command for a view. Commands with parameters are asked in their plain form.
   *
   * @throws TypeError if the view does not fit the entity: names what is wrong, where, and the allowed values
   */
  (view: Seen): { readonly [C in Command]: Answer };
  /** Answers one command. Reads, and checks, only the parts of the view that it needs. */
  ask(command: Command, view: Seen): Answer;
}
