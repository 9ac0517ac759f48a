import { cancel, raise, SimulatedClock } from 'xstate';

/** The longest that a timer of the platform can wait, 24.8 days: a longer one fires at once. */
const LONGEST = 2 ** 31 - 1;

export const isLong = (milliseconds: number): boolean => milliseconds > LONGEST;

interface LongDelay {
  readonly entry: object;
  readonly exit: object;
  readonly on: { readonly [event: string]: object };
}

/** What an action is given: `left` is what remains of the wait when one part of it is over. */
interface Asked {
  readonly self: unknown;
  readonly event: { readonly type: string; readonly left?: number };
}

/**
 * A delay that no timer can wait for in one piece: when a part of it is over, the next one begins, and the last one ends
 * with the event `over`. It is what XState makes of `after`, in parts: the state node does not move meanwhile.
 */
export function longDelay(over: string, milliseconds: number): LongDelay {
  const partOver = `${over}.part`;
  const wait = (left: (asked: Asked) => number): object =>
    raise(
      (asked: Asked) => {
        const rest = left(asked) - longestWait(left(asked), asked);
        return rest > 0 ? { type: partOver, left: rest } : { type: over };
      },
      { id: over, delay: (asked: Asked) => longestWait(left(asked), asked) },
    );
  return {
    entry: wait(() => milliseconds),
    exit: cancel(over),
    on: { [partOver]: { actions: wait(({ event }) => event.left ?? 0) } },
  };
}

/** A simulated clock can wait for any time, and must: it may jump over the ends of several parts at once. */
function longestWait(left: number, { self }: Asked): number {
  const { clock } = self as { readonly clock?: unknown };
  return clock instanceof SimulatedClock ? left : Math.min(left, LONGEST);
}
