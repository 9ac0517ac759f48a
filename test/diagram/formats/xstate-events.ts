import { secondsOf, type Value } from '../../../src/model/index.ts';
import { lettersOf } from '../../../src/space/letters.ts';
import type { Subject } from './machines.ts';

type Event = { readonly type: string; readonly [key: string]: unknown };

/** Each letter as an event of either machine: their delays differ in how the event is called. */
export function eventsOf({ system, lifecycle }: Subject): { readonly own: Event; readonly read: Event }[] {
  const letters = lettersOf(system, lifecycle, [lifecycle.kind]);
  const changes = Object.entries(lifecycle.facts).flatMap(([name, { values }]) =>
    values.map((value: Value): Event => ({ type: 'facts', facts: { [name]: value } })),
  );
  const said = letters.map(({ event, params }) => {
    const [, delay = '', place = ''] = /^after (\S+) (.*)$/.exec(event) ?? [];
    const after = (length: string): string => `xstate.after.${length}.${lifecycle.chart.id}.${place}`;
    const own = { ...params, type: delay ? after(delay) : event };
    return { own, read: { ...own, type: delay ? after(String((secondsOf(delay) ?? 3600) * 1000)) : event } };
  });
  return [...said, ...changes.map((event) => ({ own: event, read: event }))];
}
