import type { Condition, Lifecycle, Occurrences, System } from '../model/index.ts';
import type { Matrix } from '../model/matrix.ts';
import { type Choices, chosen } from './choices.ts';
import { decisionScene } from './decision.ts';
import { sketchScene } from './entity.ts';
import type { ExplorerData } from './explorer/model.ts';
import { familyScene } from './family.ts';
import { matrixTable } from './matrix.ts';
import { reachScene } from './reach.ts';
import type { Scene } from './scene.ts';
import { type Sketch, sketchOf } from './sketch.ts';
import { paint } from './svg.ts';
import { tableScene } from './table.ts';
import { type Timeline, timelineScene } from './timeline.ts';
import { type TracedWay, traceScene } from './trace.ts';

/** The subject of a picture. */
export type Subject =
  /** An entity, or one region of it. */
  | { readonly view: 'states'; readonly entity: string; readonly phase?: string }
  /** The shapes of its phases. */
  | { readonly view: 'lifecycle'; readonly entity: string }
  /** The gates of one of its commands. */
  | { readonly view: 'refusals'; readonly entity: string; readonly command: string }
  /** Its commands against its statuses. */
  | { readonly view: 'gating'; readonly entity: string; readonly matrix: Matrix }
  /** The path of a scenario through it. */
  | { readonly view: 'trace'; readonly entity: string; readonly phase?: string; readonly way: TracedWay }
  /** All entities over the virtual clock. */
  | { readonly view: 'timeline'; readonly timeline: Timeline }
  /** All entities of the system, and how they affect each other. */
  | { readonly view: 'system' };

/** How a condition reads in a sentence. */
type Says = (condition: Condition, lifecycle: Lifecycle) => string;

/** The parts of an entity's data that occur in some reachable situation. */
export type Occurring = (kind: string) => Occurrences | Promise<Occurrences>;

/** What a picture needs besides the system's data. */
export interface Sources {
  readonly says: Says;
  readonly occurring: Occurring;
}

/** The text formats. */
export type TextFormat = 'mermaid' | 'dot' | 'plantuml' | 'smcat' | 'table' | 'csv' | 'scxml' | 'xstate' | 'xstate-ts';

/** A picture to explore, with its data: of the states, or of the path of a scenario through them. */
export async function explorable(
  system: System,
  subject: Subject,
  sources: Sources,
  choices: Choices = {},
): Promise<{ readonly scene: Scene; readonly explored: ExplorerData }> {
  if (subject.view !== 'states' && subject.view !== 'trace')
    throw new RangeError(`html is of the states and of a trace, not of the view ${subject.view}`);
  const lifecycle = entityOf(system, subject.entity);
  const sketch = await sketchIn(lifecycle, subject.phase, sources, choices);
  const scene = await sketchScene(sketch, system.title, choices);
  const { exploredOf } = await import('./explorer/model.ts');
  const occurring = await sources.occurring(lifecycle.kind);
  const way = subject.view === 'trace' ? { way: subject.way } : {};
  return {
    scene,
    explored: exploredOf({ system, lifecycle, sketch, scene, occurring, says: sources.says, choices, ...way }),
  };
}

/**
 * Draws a picture as text: SVG, an HTML page to explore it in, or the language of another tool, which has only the view
 * `states`. Throws a RangeError for an unknown entity, phase or command, and for a view that the format does not have.
 */
export async function drawn(
  system: System,
  subject: Subject,
  format: 'svg' | 'html' | TextFormat,
  sources: Sources,
  choices: Choices = {},
): Promise<string> {
  if (format === 'html') {
    const { scene, explored } = await explorable(system, subject, sources, choices);
    const { htmlPage } = await import('./explorer/html.ts');
    return htmlPage(scene, explored, choices);
  }
  if (format === 'svg') return paint(await sceneOf(system, subject, sources, choices), choices);
  if (subject.view !== 'states')
    throw new RangeError(`${format} is of the states alone, not of the view ${subject.view}`);
  const { entity, phase } = subject;
  const lifecycle = entityOf(system, entity);
  const { formats } = await import('./export/index.ts');
  const sketch = await sketchIn(lifecycle, phase, sources, choices);
  return format === 'scxml' || format === 'xstate' || format === 'xstate-ts'
    ? formats[format](system, lifecycle, phase)
    : formats[format](sketch, choices);
}

/** Lays a picture out. Throws a RangeError for an unknown entity, phase or command. */
export async function sceneOf(
  system: System,
  subject: Subject,
  sources: Sources,
  choices: Choices = {},
): Promise<Scene> {
  if (subject.view === 'system') return reachScene(system);
  if (subject.view === 'timeline') return timelineScene(subject.timeline, system.title);
  const lifecycle = entityOf(system, subject.entity);
  switch (subject.view) {
    case 'states':
      return sketchScene(await sketchIn(lifecycle, subject.phase, sources, choices), system.title, choices);
    case 'lifecycle':
      return familyScene(await sketchIn(lifecycle, undefined, sources, choices), system.title, choices);
    case 'trace':
      return traceScene(await sketchIn(lifecycle, subject.phase, sources, choices), system.title, subject.way, choices);
    case 'gating':
      return tableScene({ ...matrixTable(subject.matrix), caption: system.title });
    case 'refusals': {
      const { command } = subject;
      if (!Object.hasOwn(lifecycle.commands, command))
        throw new RangeError(`${subject.entity} has no command ${command}`);
      return decisionScene(system, lifecycle, command, (condition) => sources.says(condition, lifecycle));
    }
  }
}

async function sketchIn(
  lifecycle: Lifecycle,
  phase: string | undefined,
  { says, occurring }: Sources,
  choices: Choices,
): Promise<Sketch> {
  const sketch = sketchOf(lifecycle, {
    occurring: await occurring(lifecycle.kind),
    ...(phase === undefined ? {} : { phase }),
    says: (condition) => says(condition, lifecycle),
  });
  return chosen(sketch, choices);
}

function entityOf({ name, entities }: System, kind: string): Lifecycle {
  const lifecycle = Object.hasOwn(entities, kind) ? entities[kind] : undefined;
  if (!lifecycle) throw new RangeError(`${name} has no entity ${kind}`);
  return lifecycle;
}
