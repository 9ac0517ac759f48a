import type { Part } from './graph.ts';
import { type Point, type Rect, shifted } from './scene.ts';

const GAP = 18;
/** How much wider than high a picture with several parts should be. */
const SHAPE = 1.4;

/** Parts beside and below one another, in their order, in a shape that a page has room for and with little of it empty. */
export function packed(parts: readonly Part[]): Part {
  const [best] = widthsOf(parts)
    .map((width) => within(parts, width))
    .sort((one, other) => strayOf(one) - strayOf(other) || one.width * one.height - other.width * other.height);
  return best ?? { boxes: [], edges: [], labels: [], width: 0, height: 0 };
}

/** The widths that can be the best: of some parts, one behind another. */
function widthsOf(parts: readonly Part[]): readonly number[] {
  const rowWidth = (row: readonly Part[]): number => row.reduce((sum, { width }) => sum + width + GAP, -GAP);
  return [
    ...new Set(
      parts.flatMap((_, first) => parts.slice(first).map((_, more) => rowWidth(parts.slice(first, first + more + 1)))),
    ),
  ];
}

const strayOf = ({ width, height }: Part): number => Math.max(width, height * SHAPE);

/** Each part as high as it can stand beneath those before it, and of such places in the one that is most to the left. */
function within(parts: readonly Part[], most: number): Part {
  const taken: Rect[] = [];
  for (const { width, height } of parts) {
    const places = [0, ...taken.map((rect) => rect.x + rect.width + GAP)]
      .filter((x) => x === 0 || x + width <= most)
      .map((x): Point => ({ x, y: below(taken, x, width) }))
      .sort((one, other) => one.y - other.y || one.x - other.x);
    taken.push({ ...(places[0] as Point), width, height });
  }
  const all = parts.map((part, index) => shifted(part, taken[index] as Rect));
  return {
    boxes: all.flatMap(({ boxes }) => boxes),
    edges: all.flatMap(({ edges }) => edges),
    labels: all.flatMap(({ labels }) => labels),
    width: Math.max(0, ...taken.map(({ x, width }) => x + width)),
    height: Math.max(0, ...taken.map(({ y, height }) => y + height)),
  };
}

/** How high something so wide can stand there: below everything that is in its way. */
const below = (taken: readonly Rect[], from: number, width: number): number =>
  Math.max(
    0,
    ...taken
      .filter(({ x, width: wide }) => x < from + width + GAP && from < x + wide + GAP)
      .map(({ y, height }) => y + height + GAP),
  );
