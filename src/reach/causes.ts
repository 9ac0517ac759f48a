import { lineOf } from '../engine/sample-lines.ts';
import { transitionsOf } from '../engine/where-used.ts';
import { type Lifecycle, type System, signalOf } from '../model/index.ts';
import { freeFact } from '../space/delays-as-events.ts';
import type { Letter } from '../space/letters.ts';

/** Scenario lines that may cause a letter without a line of its own: a change of a fact, an internal event, a signal. */
export function causesOf(system: System, { kind, event }: Letter): readonly string[] {
  const { facts, internal = {} } = system.entities[kind] as Lifecycle;
  const [fact = ''] = freeFact(event)?.split(' ') ?? [];
  return facts[fact]?.changedBy ?? internal[event]?.causedBy ?? raisedBy(system, event);
}

/** Commands and reports, with default parameters, that make an entity outside the space raise the signal. */
function raisedBy({ links, entities }: System, signal: string): string[] {
  const { verb, region, state = '' } = signalOf(signal) ?? {};
  return links
    .filter(({ signals }) => signals.includes(signal))
    .flatMap(({ from: kind }) => {
      const lifecycle = entities[kind] as Lifecycle;
      const said = { ...lifecycle.commands, ...lifecycle.reports };
      return [...transitionsOf(lifecycle.chart)].flatMap(({ phase, from, event, move }) => {
        const raises = phase === region && (verb === 'entered' ? move.target === state : from.includes(state));
        return raises && Object.hasOwn(said, event) ? [lineOf(lifecycle, event, {})] : [];
      });
    });
}
