import type { Part } from './graph.ts';
import { shifted } from './scene.ts';

const GAP = 18;
/** How much wider than high a picture with several parts should be. */
const SHAPE = 1.4;

/** Parts in rows, in their order, in a shape that a page has room for. */
export function packed(parts: readonly Part[]): Part {
  const widths = [...new Set(parts.map((_, index) => rowWidth(parts.slice(0, index + 1))))];
  const [best] = widths.map((width) => inRows(parts, width)).sort((one, other) => strayOf(one) - strayOf(other));
  return best ?? { boxes: [], edges: [], labels: [], width: 0, height: 0 };
}

const rowWidth = (parts: readonly Part[]): number => parts.reduce((sum, { width }) => sum + width + GAP, -GAP);
const strayOf = ({ width, height }: Part): number => Math.max(width, height * SHAPE);

function inRows(parts: readonly Part[], most: number): Part {
  const all: Part[] = [];
  let [x, y, row, width] = [0, 0, 0, 0];
  for (const part of parts) {
    if (x > 0 && x + part.width > most) {
      y += row + GAP;
      [x, row] = [0, 0];
    }
    all.push({ ...part, ...shifted(part, { x, y }) });
    x += part.width + GAP;
    row = Math.max(row, part.height);
    width = Math.max(width, x - GAP);
  }
  return {
    boxes: all.flatMap(({ boxes }) => boxes),
    edges: all.flatMap(({ edges }) => edges),
    labels: all.flatMap(({ labels }) => labels),
    width,
    height: y + row,
  };
}
