import { systems } from '../../machines/index.ts';
import { sourcesOf } from '../../src/cli/commands/diagram/sources.ts';
import { type Subject, sceneOf } from '../../src/diagram/draw.ts';
import { familiesOf } from '../../src/diagram/family.ts';
import { sketchOf } from '../../src/diagram/sketch.ts';
import { paint } from '../../src/diagram/svg.ts';
import { isPhase, type Lifecycle, type Occurrences, type System } from '../../src/model/index.ts';

/** A picture under docs/reference: its path there, and what it shows of which system. */
export interface Picture {
  readonly path: string;
  readonly system: System;
  readonly subject: Subject;
}

/** The picture of every machine of every system, of each phase where there are several, and of what lies between. */
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

/** How wide a page shows a picture at most, in pixels: GitHub's. */
export const PAGE_WIDTH = 880;
/** Text that is smaller cannot be read. */
export const SMALLEST = 10;

/** In a page, does every text of the picture have a size that can be read? */
export function isReadable(svg: string): boolean {
  const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
  const sizes = [...svg.matchAll(/font-size[=:]"?([\d.]+)/g)].map(([, size]) => Number(size));
  return Math.min(...sizes) * Math.min(1, PAGE_WIDTH / width) >= SMALLEST;
}

/** The phases that have a picture of their own: an entity of one phase is its phase. */
export function separate({ chart }: Lifecycle): readonly string[] {
  const phases = Object.keys(chart.states).filter(isPhase);
  return phases.length > 1 ? phases : [];
}

const occurrences = new Map<Lifecycle, Occurrences>(
  await Promise.all(
    (Object.values(systems) as System[]).flatMap((system) =>
      Object.values(system.entities).map(
        async (lifecycle) => [lifecycle, await sourcesOf(system).occurring(lifecycle.kind)] as const,
      ),
    ),
  ),
);

/** Some phases have one shape, so that a picture of the shapes says more with less. */
export function hasFamilies(lifecycle: Lifecycle): boolean {
  const occurring = occurrences.get(lifecycle);
  if (!occurring) throw new Error(`${lifecycle.kind} is of no registered system`);
  const phases = sketchOf(lifecycle, { occurring }).regions.filter(({ phase }) => phase);
  return familiesOf(phases).length < phases.length;
}
