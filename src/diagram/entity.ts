import type { Choices } from './choices.ts';
import { CONDITIONAL, connectionsOf } from './connections.ts';
import type { Part } from './graph.ts';
import { textStyles } from './looks.ts';
import { packed } from './packing.ts';
import { type Frame, page } from './page.ts';
import { regionPart } from './region.ts';
import { type Box, type Line, type Scene, shifted } from './scene.ts';
import { descriptionOf, kindsOf, mainRegions, type Sketch, type SketchRegion, type TransitionKind } from './sketch.ts';
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
  const shown = mainRegions(regions);
  const parts: Part[] = [];
  for (const region of shown)
    parts.push(
      framed(region.id, [region.id], await regionPart({ entity, phase: region.id }, region, region.id, choices)),
    );
  const rest = regions.filter((region) => !shown.includes(region)).map((region) => region.id);
  const notes = rest.length === 0 ? [] : [`Also kept, and not drawn: ${rest.join(', ')}.`];
  return page(frame(shown, notes), packed(parts, choices.maxWidth));
}

const SAYS: { readonly [kind in TransitionKind]: string } = {
  command: 'command',
  report: 'report',
  delay: 'after a time',
  signal: 'when another region changes',
  internal: "of the system's own",
};

/** The meaning of the colours and signs that occur. */
export function legendOf(regions: readonly SketchRegion[]): Frame['legend'] {
  const kinds = kindsOf(regions.flatMap(({ transitions }) => transitions));
  const lines = regions.flatMap((region) => connectionsOf(region).connections.flatMap((each) => each.lines));
  const guarded = lines.some(({ text }) => text.endsWith(CONDITIONAL));
  return [
    ...kinds.map((kind) => ({ text: SAYS[kind], look: kind })),
    ...(guarded ? [{ text: `${CONDITIONAL} only under a condition`, look: 'faint' as const }] : []),
  ];
}

const PAD = 10;
const TITLE = 30;
const TITLE_LINE = 17;

/** A part in a frame of its own, with a title of one line or more. */
export function framed(id: string, title: readonly string[], part: Part): Part {
  const titleWidth = Math.max(...title.map((text) => widthOf(text, textStyles.name)));
  const width = Math.max(part.width, titleWidth + 2 * PAD) + 2 * PAD;
  const top = TITLE + (title.length - 1) * TITLE_LINE;
  const height = part.height + top + PAD;
  const lines = title.map((text, index): Line => ({ x: PAD + 4, y: 22 + index * TITLE_LINE, text, look: 'name' }));
  const frame: Box = { id, look: 'region', parent: null, x: 0, y: 0, width, height, lines };
  const body = shifted(part, { x: PAD + (width - 2 * PAD - part.width) / 2, y: top });
  return { ...body, boxes: [frame, ...body.boxes], width, height };
}
