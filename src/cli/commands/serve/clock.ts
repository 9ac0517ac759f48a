import { hrtime } from 'node:process';
import type { RunningClock } from '../../../server/options.ts';

/** The machine's clock, sped up. */
export function runningClock(speed: number): RunningClock {
  return {
    now: () => (Number(hrtime.bigint()) / 1e9) * speed,
    after(seconds, call) {
      const timer = setTimeout(call, Math.min((seconds / speed) * 1000, LONGEST));
      return () => clearTimeout(timer);
    },
  };
}

/** The longest timer of Node, in milliseconds. A callback that comes too early sets the next one. */
const LONGEST = 2 ** 31 - 1;
