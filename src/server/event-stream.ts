import { wholeOf } from '../model/index.ts';
import { type Context, streamSSE } from './hono.ts';
import type { Served } from './served.ts';

/** `/v1/events`: the events of a world, from now on or after the last event that the listener received. */
export const eventStream =
  (served: Served) =>
  (c: Context): Response => {
    const { events } = served.worldOf(c);
    const asked = c.req.header('last-event-id') ?? c.req.query('lastEventId') ?? '';
    let last = wholeOf(asked) ?? events.lastId;
    return streamSSE(c, async (stream) => {
      let leave = (): void => {};
      const left = new Promise<void>((resolve) => {
        leave = resolve;
      });
      stream.onAbort(leave);
      // A comment, so that the head of the response is sent at once.
      await stream.write(':\n\n');
      while (!stream.aborted && !events.ended) {
        for (const { id, event, data } of events.after(last)) {
          await stream.writeSSE({ id: String(id), data, ...(event === undefined ? {} : { event }) });
          last = id;
          if (stream.aborted) return;
        }
        if (events.lastId === last) await Promise.race([events.next(), left]);
      }
    });
  };
