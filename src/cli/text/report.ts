import type { StepRecord } from '../../engine/step-record.ts';
import type { Step } from '../../model/index.ts';
import type { Output } from '../io/output.ts';

/** Says what became of each step, and what there is to say at the end. */
export interface Report {
  /** A step that `given` stands for is a part of the opening. */
  step(step: Step, taken: StepRecord, opening: boolean, out: Output): void;
  end(): Iterable<string>;
}
