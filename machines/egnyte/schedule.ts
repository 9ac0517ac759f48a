import { secondsOf } from '../../src/define/index.ts';

const DAY = 86400;

/** The period of each frequency in seconds; a month has 30 days (egnyte 4). */
export const periods: { readonly [frequency: string]: number } = {
  once: 0,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
};

/** Seconds until a start given as `+1h`; undefined if it cannot be read. */
export const startsIn = (start: string | undefined): number | undefined =>
  start?.startsWith('+') ? secondsOf(start.slice(1)) : undefined;
