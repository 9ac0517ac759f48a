import type { Choices } from './choices.ts';
import { CONDITIONAL, connectionsOf } from './connections.ts';
import type { Part } from './graph.ts';
import { textStyles } from './looks.ts';
import { packed } from './packing.ts';
import { type Frame, page } from './page.ts';
import { regionPart } from './region.ts';
import { type Box, type Scene, shifted } from './scene.ts';
import { descriptionOf, type Sketch, type SketchRegion } from './sketch.ts';
import { widthOf } from './text.ts';

/** An entity, or one region of it. */
export async function sketchScene(sketch: Sketch, caption: string, choices: Choices): Promise<Scene> {
  const { entity, id, title, regions } = sketch;
  const frame = (shown: readonly SketchRegion[], notes: readonly string[]): Frame => ({
    id,
    title,
    caption,
    description: descriptionOf(sketch),
    legend: legendOf(shown),
    notes,
  });
  const [only] = regions;
  if (only && regions.length === 1)
    return page(frame(regions, []), await regionPart({ entity, phase: only.id }, only, null, choices));
  const phases = regions.filter(({ phase }) => phase);
  const shown = phases.length > 0 ? phases : regions;
  const parts: Part[] = [];
  for (const region of shown)
    parts.push(
      framed(region.id, region.title, await regionPart({ entity, phase: region.id }, region, region.id, choices)),
    );
  const rest = regions.filter((region) => !shown.includes(region)).map((region) => region.id);
  const notes = rest.length === 0 ? [] : [`Also kept, and not drawn: ${rest.join(', ')}.`];
  return page(frame(shown, notes), packed(parts, choices.maxWidth));
}

const SAYS = {
  command: 'command',
  report: 'report',
  delay: 'after a time',
  signal: 'when another region changes',
  internal: "of the system's own",
} as const;

/** What the colours and signs stand for, of those that occur. */
export function legendOf(regions: readonly SketchRegion[]): Frame['legend'] {
  const transitions = regions.flatMap((region) => region.transitions);
  const kinds = (Object.keys(SAYS) as (keyof typeof SAYS)[]).filter((kind) =>
    transitions.some((each) => each.kind === kind),
  );
  const lines = regions.flatMap((region) => connectionsOf(region).connections.flatMap((each) => each.lines));
  const guarded = lines.some(({ text }) => text.endsWith(CONDITIONAL));
  return [
    ...kinds.map((kind) => ({ text: SAYS[kind], look: kind })),
    ...(guarded ? [{ text: `${CONDITIONAL} only under a condition`, look: 'faint' as const }] : []),
  ];
}

const PAD = 10;
const TITLE = 30;

/** A part in a frame of its own, with a title. */
export function framed(id: string, title: string, part: Part, look: 'region' | 'entity' = 'region'): Part {
  const width = Math.max(part.width, widthOf(title, textStyles.name) + 2 * PAD) + 2 * PAD;
  const height = part.height + TITLE + PAD;
  const line = { x: PAD + 4, y: 22, text: title, look: 'name' as const };
  const frame: Box = { id, look, parent: null, x: 0, y: 0, width, height, lines: [line] };
  const body = shifted(part, { x: PAD + (width - 2 * PAD - part.width) / 2, y: TITLE });
  return { ...body, boxes: [frame, ...body.boxes], width, height };
}
