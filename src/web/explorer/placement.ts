import type { Point, Rect } from '../../diagram/scene.ts';

/** The position of a picture in its viewport: pixels from the corner, and the scale. */
export interface Placement extends Point {
  readonly scale: number;
}

type Size = Pick<Rect, 'width' | 'height'>;

const SMALLEST = 0.05;
const LARGEST = 8;

/** Zoomed by a factor around a point, which stays in place. */
export function zoomed({ x, y, scale: before }: Placement, by: number, at: Point): Placement {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, before * by));
  const ratio = scale / before;
  return { x: at.x - (at.x - x) * ratio, y: at.y - (at.y - y) * ratio, scale };
}

/** The whole picture, at most at its own size: at the top, centred. */
export function shownWhole(picture: Size, view: Size): Placement {
  const scale = Math.min(1, view.width / picture.width, view.height / picture.height);
  return { x: Math.max(0, (view.width - picture.width * scale) / 2), y: 0, scale };
}

/** How far to move something that is not wholly in view to centre it. */
export function toMiddle(inner: Rect, outer: Rect): Point {
  const isInside =
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height;
  if (isInside) return { x: 0, y: 0 };
  const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });
  return { x: middle(outer).x - middle(inner).x, y: middle(outer).y - middle(inner).y };
}
