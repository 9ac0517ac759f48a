import { describe, expect, it } from 'vitest';
import { Clock, type Timer } from '../../src/engine/clock.ts';
import { fc } from '../random/fast-check.ts';

/** The same clock as a plain list that is searched each time. */
class PlainClock {
  now = 0;
  private timers: { due: number; name: number }[] = [];

  arm(name: number, seconds: number): void {
    this.timers.push({ due: this.now + seconds, name });
  }

  drop(name: number): void {
    this.timers = this.timers.filter((each) => each.name !== name);
  }

  /** The names of the timers, earliest first; a sort keeps the order in which equal ones were started. */
  running(): number[] {
    return this.timers.toSorted((a, b) => a.due - b.due).map(({ name }) => name);
  }

  next(until: number): number | undefined {
    const [first] = this.timers.toSorted((a, b) => a.due - b.due).filter(({ due }) => due <= until);
    if (!first) return undefined;
    this.drop(first.name);
    this.now = first.due;
    return first.name;
  }
}

const actions = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ arm: fc.nat(9) }) },
    { weight: 2, arbitrary: fc.record({ drop: fc.nat(60) }) },
    { weight: 1, arbitrary: fc.record({ next: fc.nat(5) }) },
  ),
  { minLength: 40, maxLength: 80 },
);

describe('a clock', () => {
  it('fires what is due, earliest first, whatever was started and cancelled meanwhile', () => {
    fc.assert(
      fc.property(actions, (taken) => {
        const [clock, plain] = [new Clock<number>(), new PlainClock()];
        const timers: Timer<number>[] = [];
        for (const action of taken) {
          if ('arm' in action) {
            plain.arm(timers.length, action.arm);
            timers.push(clock.arm(timers.length, 'due', action.arm));
          } else if ('drop' in action) {
            const timer = timers[action.drop];
            if (timer) clock.drop(timer);
            plain.drop(action.drop);
          } else {
            const until = plain.now + action.next;
            expect(clock.next(until)?.entity).toBe(plain.next(until));
          }
          expect(clock.now).toBe(plain.now);
          expect(clock.running().map(({ entity }) => entity)).toEqual(plain.running());
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps nothing of a timer that was cancelled or has fired', () => {
    const clock = new Clock<string>();
    const cancelled = clock.arm('cancelled', 'due', 1);
    clock.arm('fired', 'due', 2);
    clock.drop(cancelled);
    clock.next(2);
    expect(Object.values(clock).filter(Array.isArray)).toEqual([[]]);
  });
});
