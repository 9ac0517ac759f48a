import type { Representative } from '../gating/cover-choice.ts';
import { MismatchClassifier } from '../gating/findings.ts';
import type { System } from '../model/index.ts';
import type { Outcomes } from './outcomes.ts';

/** A kind of mismatch that stayed in so many situations is taken to stay in others. */
const ENOUGH = 3;

/**
 * What was learned by reading the page again: which kinds of mismatch stayed, and how late the page draws. Where one went
 * away, the page was late; so it may have been in situations that seemed right, and all are shown again, with a pause.
 */
export class SteadyMismatches {
  /** Milliseconds between showing a situation and reading it. */
  pause = 0;
  private late = 0;
  private readonly settle: number;
  private readonly judge: MismatchClassifier;
  private readonly stayed = new Map<string, number>();

  constructor(system: System, settle: number) {
    this.judge = new MismatchClassifier(system);
    this.settle = settle;
  }

  /** Some mismatch is of a kind that has to be read again. */
  areUnsure(shown: Representative, outcomes: Outcomes): boolean {
    return this.keysOf(shown, outcomes).some((key) => (this.stayed.get(key) ?? 0) < ENOUGH);
  }

  /** Notes what there is after so many milliseconds in place of what was read first. */
  note(shown: Representative, first: Outcomes, outcomes: Outcomes, waited: number): void {
    const keys = this.keysOf(shown, outcomes);
    for (const key of keys) this.stayed.set(key, (this.stayed.get(key) ?? 0) + 1);
    if (this.keysOf(shown, first).some((key) => !keys.includes(key))) this.late = Math.max(this.late, waited);
  }

  /** The page draws later than it is read. */
  get isLate(): boolean {
    return this.late > this.pause && this.pause < this.settle;
  }

  /** From now on the page has twice as long as it was seen to take, and never longer than mismatches have. */
  slowDown(): void {
    this.pause = Math.min(this.settle, 2 * Math.ceil(this.late));
    this.stayed.clear();
  }

  private keysOf({ rules }: Representative, outcomes: Outcomes): string[] {
    return [...outcomes].flatMap(([command, outcome]) => {
      const rule = rules.get(command);
      return this.judge.kindOf(outcome, rule) === undefined ? [] : [this.judge.keyOf(command, outcome, rule)];
    });
  }
}
