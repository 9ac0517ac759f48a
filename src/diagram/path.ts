import type { Point } from './scene.ts';

const RADIUS = 6;

/** An SVG path along the points, with rounded corners if there is room. */
export function rounded(points: readonly Point[]): string {
  const [start = { x: 0, y: 0 }] = points;
  let at = start;
  const on = (to: Point): string => {
    const [dx, dy] = [round(to.x - at.x), round(to.y - at.y)];
    at = { x: at.x + dx, y: at.y + dy };
    return dx === 0 ? `v${dy}` : dy === 0 ? `h${dx}` : `l${pair(dx, dy)}`;
  };
  const turn = (corner: Point, to: Point): string => {
    const [from, end] = [at, { x: round(to.x - at.x), y: round(to.y - at.y) }];
    at = { x: from.x + end.x, y: from.y + end.y };
    return `q${pair(round(corner.x - from.x), round(corner.y - from.y))}${pair(end.x, end.y, true)}`;
  };
  const ways = points.slice(1).map((point, index) => {
    const before = points[index] as Point;
    const after = points[index + 2];
    if (!after) return on(point);
    const radius = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
    return `${on(towards(point, before, radius))}${turn(point, towards(point, after, radius))}`;
  });
  return `M${place(start)}${ways.join('')}`;
}

/** Two numbers with the shortest separator: a minus needs no space before it. */
const pair = (x: number, y: number, follows = false): string =>
  `${follows && x >= 0 ? ' ' : ''}${x}${y < 0 ? '' : ' '}${y}`;

export function arrow(points: readonly Point[]): string {
  const tip = points.at(-1) ?? { x: 0, y: 0 };
  const from = points.at(-2) ?? tip;
  const length = distance(from, tip) || 1;
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const back = { x: tip.x - along.x * 8, y: tip.y - along.y * 8 };
  const left = { x: back.x - along.y * 4, y: back.y + along.x * 4 };
  const right = { x: back.x + along.y * 4, y: back.y - along.x * 4 };
  return `M${place(tip)}L${place(left)} ${place(right)}Z`;
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}

export const place = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
export const round = (value: number): number => Math.round(value * 10) / 10;
