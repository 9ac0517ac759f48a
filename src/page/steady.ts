import type { Representative } from '../gating/cover.ts';
import { MismatchClassifier } from '../gating/findings.ts';
import type { System } from '../model/index.ts';
import type { Outcomes } from './outcomes.ts';

/** A kind of mismatch that stayed in so many situations is taken to stay in others. */
const ENOUGH = 3;

/** Kinds of mismatch that were still there when the page was read again. */
export class SteadyMismatches {
  private readonly judge: MismatchClassifier;
  private readonly stayed = new Map<string, number>();

  constructor(system: System) {
    this.judge = new MismatchClassifier(system);
  }

  /** Some mismatch is of a kind that has to be read again. */
  areUnsure(shown: Representative, outcomes: Outcomes): boolean {
    return this.keysOf(shown, outcomes).some((key) => (this.stayed.get(key) ?? 0) < ENOUGH);
  }

  note(shown: Representative, outcomes: Outcomes): void {
    for (const key of this.keysOf(shown, outcomes)) this.stayed.set(key, (this.stayed.get(key) ?? 0) + 1);
  }

  private keysOf({ rules }: Representative, outcomes: Outcomes): string[] {
    return [...outcomes].flatMap(([command, outcome]) => {
      const rule = rules.get(command);
      return this.judge.kindOf(outcome, rule) === undefined ? [] : [this.judge.keyOf(command, outcome, rule)];
    });
  }
}
