import type { Code, Mark } from './catalogue.ts';
import type { Params } from './event.ts';

/** A step of a scenario: an event for an entity, or a wait. */
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

/** What `=>` expects: an outcome, a code or its name, or the status of a phase after the step. */
export type Expectation =
  | { readonly text: string; readonly outcome: Outcome }
  | { readonly text: string; readonly code: string }
  | { readonly text: string; readonly entity?: string; readonly phase: string; readonly status: string | null };

export interface CodeName {
  readonly code: Code;
  readonly name: string;
}

/** `671 SYNC_STOP_REQUIRED_ERR`; once if the vendor's code is its name. */
export const codeAndName = ({ code, name }: CodeName): string => (name === String(code) ? name : `${code} ${name}`);

/** A status that changed. */
export interface Change {
  readonly entity: string;
  readonly phase: string;
  readonly status: string | null;
  /** The vendor's code of the status, or null if it has none. */
  readonly code: Code | null;
  readonly error?: CodeName;
}

/** The result of a step. It is also valid scenario input: the step, with its outcome as the expectation. */
export interface StepResult {
  /** Counted from 1. The steps that `given` expands to count as well. */
  readonly step: number;
  /** Virtual time in seconds when the step began. */
  readonly at: number;
  /** Absent for a wait. */
  readonly to?: string;
  readonly type: string;
  readonly outcome: Outcome;
  readonly error?: CodeName;
  readonly changes: readonly Change[];
  /** The step's line, or in NDJSON the number of its object; for the steps of an opening, that of its `given`. */
  readonly line?: number;
  /** Absent if the step had none. */
  readonly params?: Params;
  /** The length of a wait: `300s`. */
  readonly wait?: string;
  /** Why a command was rejected or a report ignored, in a sentence without a full stop. */
  readonly reason?: string;
  /** The source of the rule that rejected. */
  readonly mark?: Mark;
  /** For an unknown event, if one is similar: `did you mean scan.start?` */
  readonly hint?: string;
  /** Expectations that did not hold. */
  readonly missed?: readonly string[];
}
