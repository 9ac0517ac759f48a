import type { Part } from './graph.ts';
import { textStyles } from './looks.ts';
import { type Label, type Line, type Scene, shifted, type TextLook } from './scene.ts';
import { fitted, widthOf, wrapped } from './text.ts';

const MARGIN = 18;
const HEAD = 46;

/** The heading, legend and notes around a picture. */
export interface Frame {
  readonly id: string;
  /** In large letters above it. */
  readonly title: string;
  /** Beside the title, in small letters. */
  readonly caption: string;
  readonly description: string;
  /** Below the picture, in a row: the meaning of the colours. */
  readonly legend: readonly { readonly text: string; readonly look: TextLook }[];
  /** Below the legend. */
  readonly notes?: readonly string[];
}

/** A picture on its page: a heading above, a legend and notes below. */
export function page({ id, title, caption, description, legend, notes = [] }: Frame, part: Part): Scene {
  const heading = fitted(title, textStyles.heading, 560);
  const headingWidth = widthOf(heading, textStyles.heading);
  const small = fitted(caption, textStyles.faint, 420);
  const least = headingWidth + 12 + widthOf(small, textStyles.faint);
  const inner = Math.max(part.width, least, legend.length > 6 ? 480 : 300);
  const head: Label = {
    x: MARGIN,
    y: 10,
    width: least,
    height: 24,
    lines: [
      { x: MARGIN, y: 29, text: heading, look: 'heading' },
      { x: MARGIN + headingWidth + 12, y: 29, text: small, look: 'faint' },
    ],
    tip: heading === title && small === caption ? undefined : `${title}\n${caption}`,
  };
  const body = shifted(part, { x: MARGIN + (inner - part.width) / 2, y: HEAD });
  const foot = footOf(legend, notes, inner, HEAD + part.height + 8);
  return {
    id,
    title: `${title}: ${caption}`,
    description,
    width: inner + 2 * MARGIN,
    height: HEAD + part.height + (foot ? foot.height + 8 : 0) + MARGIN,
    boxes: body.boxes,
    edges: body.edges,
    labels: [head, ...body.labels, ...(foot ? [foot] : [])],
  };
}

function footOf(legend: Frame['legend'], notes: readonly string[], width: number, y: number): Label | undefined {
  const lines: Line[] = [];
  let x = MARGIN;
  let base = y + 12;
  const items = legend.flatMap(({ text: whole, look }) =>
    wrapped(whole, textStyles[look], width).map((text) => ({ text, look })),
  );
  for (const { text, look } of items) {
    const wide = widthOf(text, textStyles[look]);
    if (x > MARGIN && x + wide > MARGIN + width) {
      x = MARGIN;
      base += 15;
    }
    lines.push({ x, y: base, text, look });
    x += wide + 16;
  }
  for (const note of notes.flatMap((text) => wrapped(text, textStyles.faint, width))) {
    if (lines.length > 0) base += 15;
    lines.push({ x: MARGIN, y: base, text: note, look: 'faint' });
  }
  if (lines.length === 0) return undefined;
  return { x: MARGIN, y, width, height: base + 4 - y, lines };
}
