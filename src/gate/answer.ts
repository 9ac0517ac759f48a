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

/** An answer from a view that leaves something out. */
export interface PartialAnswer extends Omit<Answer, 'allowed'> {
  /** `depends`: it is allowed or refused, according to what the view leaves out. */
  readonly allowed: boolean | 'depends';
  /**
   * The refusals that what is left out may bring, in the order of the gates; absent if the view decides. If `allowed` is
   * false, one of them is certain, but not which.
   */
  readonly unless?: readonly Omit<Answer, 'allowed'>[];
}

/** What a UI sees of an entity, as `simulate --json` shows it. Whatever no gate reads may be left out. */
export interface SeenEntity {
  readonly entity?: string;
  readonly phases: { readonly [phase: string]: string | null };
  readonly facts?: { readonly [fact: string]: Value };
  readonly [beside: string]: unknown;
}

/** A view that leaves something out: it is unknown, unless it follows from the rest. */
export interface PartlySeenEntity extends Omit<SeenEntity, 'phases'> {
  readonly phases?: SeenEntity['phases'];
}

/** The gates of one kind of entity. */
export interface Gate<Command extends string = string, Seen = SeenEntity, Partly = PartlySeenEntity> {
  /**
   * Answers every command for a view. Commands with parameters are asked in their plain form.
   *
   * @throws TypeError if the view does not fit the entity: names what is wrong, where, and the allowed values
   */
  (view: Seen): { readonly [C in Command]: Answer };
  (view: Partly): { readonly [C in Command]: PartialAnswer };
  /** Answers one command. Reads, and checks, only the parts of the view that it needs. */
  ask(command: Command, view: Seen): Answer;
  ask(command: Command, view: Partly): PartialAnswer;
}
