import type { Representative } from '../gating/cover-choice.ts';
import { mismatchIn } from '../gating/findings.ts';
import type { System } from '../model/index.ts';
import type { Outcomes } from './outcomes.ts';

/** A kind of mismatch that persisted in so many situations is assumed to persist in others. */
const ENOUGH = 3;

/**
 * What repeated readings have shown: which kinds of mismatch persisted, and how late the page draws. If a mismatch went
 * away, the page was late. Then other readings may have been too early as well, so everything is shown again with a
 * pause.
 */
export class SteadyMismatches {
  /** Milliseconds between showing a situation and reading it. */
  pause = 0;
  private late = 0;
  private readonly settle: number;
  private readonly system: System;
  private readonly stayed = new Map<string, number>();

  constructor(system: System, settle: number) {
    this.system = system;
    this.settle = settle;
  }

  /** Whether some mismatch must be read again. */
  areUnsure(shown: Representative, outcomes: Outcomes): boolean {
    return this.keysOf(shown, outcomes).some((key) => (this.stayed.get(key) ?? 0) < ENOUGH);
  }

  /** Records a second reading after so many milliseconds, next to the first. */
  note(shown: Representative, first: Outcomes, outcomes: Outcomes, waited: number): void {
    const keys = this.keysOf(shown, outcomes);
    for (const key of keys) this.stayed.set(key, (this.stayed.get(key) ?? 0) + 1);
    if (this.keysOf(shown, first).some((key) => !keys.includes(key))) this.late = Math.max(this.late, waited);
  }

  /** Whether the page draws later than it is read. */
  get isLate(): boolean {
    return this.late > this.pause && this.pause < this.settle;
  }

  /** From now on the pause is twice the observed delay, and at most the time that a mismatch has to go away. */
  slowDown(): void {
    this.pause = Math.min(this.settle, 2 * Math.ceil(this.late));
    this.stayed.clear();
  }

  private keysOf({ rules }: Representative, outcomes: Outcomes): string[] {
    return [...outcomes].flatMap(([command, outcome]) => {
      return mismatchIn(this.system, command, outcome, rules.get(command))?.key ?? [];
    });
  }
}
