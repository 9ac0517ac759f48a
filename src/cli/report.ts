import type { Step, StepResult } from '../model/index.ts';

/** Says what became of each step, and what there is to say at the end. */
export interface Report {
  /** A step that `given` stands for is a part of the opening. */
  step(step: Step, result: StepResult, opening: boolean): string;
  end(): Iterable<string>;
}

/** One object a line. */
export const inJson: Report = {
  step: (_step, result) => `${JSON.stringify(result)}\n`,
  end: () => [],
};
