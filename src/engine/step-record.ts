import type { CodeName, Outcome } from '../model/index.ts';
import type { RawChange } from './react.ts';

/** What became of the step that was taken last. It is filled anew by each: a result of its own is made where it is kept. */
export class StepRecord {
  step = 0;
  at = 0;
  to: string | undefined;
  type = '';
  outcome: Outcome = 'applied';
  error: CodeName | undefined;
  changes: readonly RawChange[] = [];
  missed: readonly string[] | undefined;
}
