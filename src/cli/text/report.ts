import type { StepRecord } from '../../engine/step-record.ts';
import type { Step } from '../../model/index.ts';
import type { Output } from '../io/output.ts';

/** Where a step is in its scenario. */
export interface StepPlace {
  /** Its line in the file. */
  readonly line: number;
  /** Whether it is one of the steps of `given`. */
  readonly opening: boolean;
}

/** How many expectations a scenario had, and how many of them were missed. */
export interface Expectations {
  readonly expected: number;
  readonly missed: number;
}

/** Reports each step, and a summary at the end. */
export interface Report {
  step(step: Step, taken: StepRecord, place: StepPlace, out: Output): void;
  end?(counts: Expectations): Iterable<string>;
}
