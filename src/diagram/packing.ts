import type { Part } from './graph.ts';
import { type Point, type Rect, shifted } from './scene.ts';

const GAP = 18;
/** The preferred ratio of width to height for a picture with several parts. */
const SHAPE = 1.4;

/** Packs parts beside and below each other, in order, close to the preferred ratio and with little empty space. */
export function packed(parts: readonly Part[], most = Number.POSITIVE_INFINITY): Part {
  if (parts.length === 0) return { boxes: [], edges: [], labels: [], width: 0, height: 0 };
  const widths = widthsOf(parts);
  const room = widths.filter((width) => width <= most);
  const best = (room.length > 0 ? room : [Math.min(...widths)])
    .flatMap((width) => [arranged(parts, width, inRows), arranged(parts, width, highest)])
    .reduce((one, other) => (costOf(other) < costOf(one) ? other : one));
  const all = parts.map((part, index) => shifted(part, best.places[index] as Rect));
  return {
    boxes: all.flatMap(({ boxes }) => boxes),
    edges: all.flatMap(({ edges }) => edges),
    labels: all.flatMap(({ labels }) => labels),
    width: best.width,
    height: best.height,
  };
}

type Size = Pick<Rect, 'width' | 'height'>;

/** The candidate widths: those of consecutive parts in a row. */
function widthsOf(parts: readonly Size[]): readonly number[] {
  const rowWidth = (row: readonly Size[]): number => row.reduce((sum, { width }) => sum + width + GAP, -GAP);
  return [...new Set(parts.flatMap((_, from) => parts.map((_, to) => rowWidth(parts.slice(from, to + 1)))))];
}

/** The area of the smallest page of the preferred ratio, plus the area itself. */
const costOf = ({ width, height }: Size): number => Math.max(width, height * SHAPE) ** 2 / SHAPE + width * height;

/** Finds a place for the next part, beside or below those already placed. */
type Placing = (taken: readonly Rect[], size: Size, most: number) => Point;

function arranged(parts: readonly Size[], most: number, place: Placing): Size & { readonly places: readonly Rect[] } {
  const places: Rect[] = [];
  for (const { width, height } of parts) places.push({ ...place(places, { width, height }, most), width, height });
  return { places, width: Math.max(...places.map(right)), height: Math.max(...places.map(bottom)) };
}

const right = ({ x, width }: Rect): number => x + width;
const bottom = ({ y, height }: Rect): number => y + height;

const inRows: Placing = (taken, { width }, most) => {
  const last = taken.at(-1);
  if (!last) return { x: 0, y: 0 };
  const x = right(last) + GAP;
  return x + width <= most ? { x, y: last.y } : { x: 0, y: Math.max(...taken.map(bottom)) + GAP };
};

/** The highest free place, and of several the leftmost. */
const highest: Placing = (taken, { width }, most) => {
  const [best = { x: 0, y: 0 }] = [0, ...taken.map((rect) => right(rect) + GAP)]
    .filter((x) => x === 0 || x + width <= most)
    .map((x): Point => {
      const above = taken.filter((rect) => rect.x < x + width + GAP && x < right(rect) + GAP);
      return { x, y: Math.max(0, ...above.map((rect) => bottom(rect) + GAP)) };
    })
    .sort((one, other) => one.y - other.y || one.x - other.x);
  return best;
};
