import type { CodeName, Outcome, Refusal, Step } from '../model/index.ts';
import type { Entity } from './entity.ts';
import type { RawChange } from './react.ts';

/** The outcome of the last step. Every step reuses the same record; a result is made from it only if one is kept. */
export class StepRecord {
  step = 0;
  /** The step's line in its scenario, if known. */
  line: number | undefined;
  at = 0;
  /** The step itself; absent before the first. */
  taken: Step | undefined;
  /** The entity that received the event; absent for a wait. */
  entity: Entity | undefined;
  type = '';
  outcome: Outcome = 'applied';
  error: CodeName | undefined;
  /** The rule that rejected the command, if one did. */
  rule: Refusal | undefined;
  changes: readonly RawChange[] = [];
  missed: readonly string[] | undefined;
}
