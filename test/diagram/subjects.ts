import { systems } from '../../machines/index.ts';
import { sourcesOf as ownSources } from '../../src/cli/commands/diagram/sources.ts';
import { formulaOf } from '../../src/condition/formula.ts';
import type { Sources, Subject } from '../../src/diagram/draw.ts';
import { type Sketch, sketchOf } from '../../src/diagram/sketch.ts';
import { isPhase, type Occurrences, type System } from '../../src/model/index.ts';
import { viciousSystem } from './toy.ts';

/** Everything that can be drawn of a system from its data alone: no run, and no search, is needed for it. */
export function subjectsOf({ entities }: System): Subject[] {
  const each = Object.values(entities).flatMap(({ kind: entity, chart, commands }): Subject[] => [
    { view: 'states', entity },
    ...Object.keys(chart.states).map((phase): Subject => ({ view: 'states', entity, phase })),
    ...(Object.keys(chart.states).some(isPhase) ? [{ view: 'lifecycle', entity } as const] : []),
    ...Object.keys(commands).map((command): Subject => ({ view: 'refusals', entity, command })),
  ]);
  return [...each, { view: 'system' }];
}

export const all: readonly System[] = Object.values(systems);

/** A picture's name in a message. */
export const called = (subject: Subject): string =>
  Object.values(subject)
    .filter((word) => typeof word === 'string')
    .join(' ');

/** The words of the vicious system make no sentences. */
export const sourcesOf = (system: System): Sources => ({
  ...ownSources(system),
  ...(system === viciousSystem ? { says: formulaOf } : {}),
});

/** The same, to compare a picture with what the data says. */
export async function sketchIn(system: System, kind: string, phase?: string): Promise<Sketch> {
  const lifecycle = system.entities[kind];
  if (!lifecycle) throw new Error(`${system.name} has no ${kind}`);
  const occurring: Occurrences = await sourcesOf(system).occurring(kind);
  return sketchOf(lifecycle, { occurring, ...(phase === undefined ? {} : { phase }) });
}
