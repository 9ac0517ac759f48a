import type { CodeName, Outcome } from '../model/index.ts';
import type { RawChange } from './react.ts';

/** The outcome of the last step. Every step reuses the same record; a result is made from it only if one is kept. */
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
