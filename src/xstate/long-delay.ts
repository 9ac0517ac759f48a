import { cancel, enqueueActions, SimulatedClock } from 'xstate';
import { LONGEST_TIMER, type Wait } from './configuration.ts';

/**
 * Actions that wait in parts, in place of XState's `after`: when one part ends, the next begins, and the last part ends
 * with the event `over`. The state node stays active throughout.
 */
export const waiting = {
  wait: enqueueActions(({ enqueue, event, self }, { over, milliseconds }: Wait) => {
    const { type, left = milliseconds } = event as { readonly type: string; readonly left?: number };
    const rest = type === `${over}.part` ? left : milliseconds;
    // A simulated clock can and must wait any length at once: it may jump past the ends of several parts.
    const isSimulated = (self as { readonly clock?: unknown }).clock instanceof SimulatedClock;
    const part = isSimulated ? rest : Math.min(rest, LONGEST_TIMER);
    const next = rest > part ? { type: `${over}.part`, left: rest - part } : { type: over };
    enqueue.raise(next, { id: over, delay: part });
  }),
  stopWaiting: cancel((_, { over }: Pick<Wait, 'over'>) => over),
};
