import type { StepRecord } from '../../engine/step-record.ts';
import type { Step } from '../../model/index.ts';
import type { Output } from '../io/output.ts';

/** Where a step comes from. */
export interface StepPlace {
  /** The line of its file. */
  readonly line: number;
  /** It is a part of what `given` stands for. */
  readonly opening: boolean;
}

/** Says what became of each step, and what there is to say at the end. */
export interface Report {
  step(step: Step, taken: StepRecord, place: StepPlace, out: Output): void;
  end(): Iterable<string>;
}
