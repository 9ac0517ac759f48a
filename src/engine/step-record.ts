import type { CodeName, Outcome, Refusal, Step } from '../model/index.ts';
import type { Entity } from './entity.ts';
import type { RawChange } from './react.ts';

/** What became of the step that was taken last. It is filled anew by each: a result of its own is made where it is kept. */
export class StepRecord {
  step = 0;
  /** Where the step stands in its scenario, for whoever knows that. */
  line: number | undefined;
  at = 0;
  /** The step itself; absent before the first. */
  taken: Step | undefined;
  /** Whom the event was for; absent on a wait. */
  entity: Entity | undefined;
  type = '';
  outcome: Outcome = 'applied';
  error: CodeName | undefined;
  /** The rule that rejected a command, where one did. */
  rule: Refusal | undefined;
  changes: readonly RawChange[] = [];
  missed: readonly string[] | undefined;
}
