import { systems } from '../../machines/index.ts';
import { sourcesOf } from '../../src/cli/commands/diagram/sources.ts';
import { type Subject, sceneOf } from '../../src/diagram/draw.ts';
import { familiesOf } from '../../src/diagram/family.ts';
import { sketchOf } from '../../src/diagram/sketch.ts';
import { paint } from '../../src/diagram/svg.ts';
import { picturesOf } from '../../src/link/addresses.ts';
import type { Lifecycle, Occurrences, System } from '../../src/model/index.ts';

/** A picture under docs/reference: its path there, and what it shows of which system. */
export interface Picture {
  readonly path: string;
  readonly system: System;
  readonly subject: Subject;
}

/** The pictures of every system, of each of its machines, and of each phase if there are several. */
export function* pictures(): Generator<Picture> {
  for (const system of Object.values(systems) as System[]) {
    const picture = (name: string, subject: Subject): Picture => ({
      path: `${system.name}/${name}.svg`,
      system,
      subject,
    });
    yield picture('system', { view: 'system' });
    for (const lifecycle of Object.values(system.entities)) {
      const { kind: entity } = lifecycle;
      yield picture(entity, { view: 'states', entity });
      if (hasFamilies(lifecycle)) yield picture(`${entity}.lifecycle`, { view: 'lifecycle', entity });
      for (const phase of separate(lifecycle)) yield picture(`${entity}.${phase}`, { view: 'states', entity, phase });
    }
  }
}

export const drawn = async ({ system, subject }: Picture): Promise<string> =>
  paint(await sceneOf(system, subject, sourcesOf(system)));

/** The widest picture that GitHub shows in a page, in pixels. */
export const PAGE_WIDTH = 880;
/** The smallest size of text that can be read. */
export const SMALLEST = 10;

/** Whether every text of the picture can be read in a page. */
export function isReadable(svg: string): boolean {
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
  const sizes = [...svg.matchAll(/font-size[=:]"?([\d.]+)/g)].map(([, size]) => Number(size));
  return Math.min(...sizes) * Math.min(1, PAGE_WIDTH / width) >= SMALLEST;
}

/** The phases that have a picture of their own. */
export const separate = (lifecycle: Lifecycle): readonly string[] =>
  picturesOf(lifecycle).flatMap((phase) => phase ?? []);

const occurrences = new Map<Lifecycle, Occurrences>(
  await Promise.all(
    (Object.values(systems) as System[]).flatMap((system) =>
      Object.values(system.entities).map(
        async (lifecycle) => [lifecycle, await sourcesOf(system).occurring(lifecycle.kind)] as const,
      ),
    ),
  ),
);

/** Whether phases share a shape, so that a picture of the shapes is worth its place. */
export function hasFamilies(lifecycle: Lifecycle): boolean {
  const occurring = occurrences.get(lifecycle);
  if (!occurring) throw new Error(`${lifecycle.kind} is of no registered system`);
  const phases = sketchOf(lifecycle, { occurring }).regions.filter(({ phase }) => phase);
  return familiesOf(phases).length < phases.length;
}
