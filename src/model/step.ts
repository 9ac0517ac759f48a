import type { Code, Mark } from './catalogue.ts';
import type { Params } from './event.ts';

/** A step to be carried out: an event for an entity, or the clock moved on. */
export type Step = EventStep | WaitStep;

export interface EventStep {
  readonly kind: string;
  readonly id: string;
  readonly type: string;
  readonly params: Params;
  readonly expect?: readonly Expectation[];
}

export interface WaitStep {
  /** Seconds. */
  readonly wait: number;
  readonly expect?: readonly Expectation[];
}

export type Outcome = 'accepted' | 'rejected' | 'applied' | 'ignored';

/** What stands behind `=>`: an outcome, a code or its name, or where a phase stands after the step. */
export type Expectation =
  | { readonly text: string; readonly outcome: Outcome }
  | { readonly text: string; readonly code: string }
  | { readonly text: string; readonly entity?: string; readonly phase: string; readonly status: string | null };

export interface CodeName {
  readonly code: Code;
  readonly name: string;
}

/** A status that changed. */
export interface Change {
  readonly entity: string;
  readonly phase: string;
  readonly status: string | null;
  /** The vendor's code of the status, null where it has none. */
  readonly code: Code | null;
  readonly error?: CodeName;
}

/** What became of a step. With `step` and `outcome`, it is a line of a scenario too: the step, and what it expects. */
export interface StepResult {
  /** From 1, over all steps, those that `given` stands for included. */
  readonly step: number;
  /** Virtual time in seconds when the step began. */
  readonly at: number;
  /** Absent on a wait. */
  readonly to?: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly error?: CodeName;
  readonly changes: readonly Change[];
  /** The line that the step stands on, or the number of its object in NDJSON; of an opening, where its `given` stands. */
  readonly line?: number;
  /** Absent where the step had none. */
  readonly params?: Params;
  /** The length of a wait: `300s`. */
  readonly wait?: string;
  /** Why a command was rejected or a report ignored, in a sentence without a full stop. */
  readonly reason?: string;
  /** Where the rule that rejected comes from. */
  readonly mark?: Mark;
  /** Of an event that the entity does not know, where one is near: `did you mean scan.start?` */
  readonly hint?: string;
  /** Expectations that did not hold. */
  readonly missed?: readonly string[];
}
