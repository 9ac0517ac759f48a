import { cancel, enqueueActions, raise, SimulatedClock } from 'xstate';

/** The longest platform timer, 24.8 days. A longer one would fire at once. */
const LONGEST = 2 ** 31 - 1;

export const isLong = (milliseconds: number): boolean => milliseconds > LONGEST;

interface LongDelay {
  readonly entry: object;
  readonly exit: object;
  readonly on: { readonly [event: string]: object };
}

/** What an action is given. `left` is the remaining wait after the current part. */
interface Asked {
  readonly self: unknown;
  readonly event: { readonly type: string; readonly left?: number };
}

/**
 * A delay too long for one timer: when one part ends, the next begins, and the last part ends with the event `over`. It
 * replaces XState's `after`; the state node stays active throughout.
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

/** A simulated clock can and must wait any length at once: it may jump past the ends of several parts. */
function longestWait(left: number, { self }: Asked): number {
  const { clock } = self as { readonly clock?: unknown };
  return clock instanceof SimulatedClock ? left : Math.min(left, LONGEST);
}

/** A wait as an exported configuration names it: the event at its end, and its length. */
interface Wait {
  readonly over: string;
  readonly milliseconds: number;
}

/** What the configuration of a lifecycle with a long delay names: the same parts, with the delay as a parameter. */
export const waiting = {
  wait: enqueueActions(({ enqueue, event, self }, { over, milliseconds }: Wait) => {
    const { type, left = milliseconds } = event as Asked['event'];
    const rest = type === `${over}.part` ? left : milliseconds;
    const part = longestWait(rest, { self, event });
    const next = rest > part ? { type: `${over}.part`, left: rest - part } : { type: over };
    enqueue.raise(next, { id: over, delay: part });
  }),
  stopWaiting: cancel((_, { over }: Pick<Wait, 'over'>) => over),
};
