import { type Graph, type GraphLink, type Part, placed } from './graph.ts';
import type { Edge, Point } from './scene.ts';
import { noteStamp } from './state.ts';

/**
 * Lays a graph out without crossings: a link that crosses others ends at a note with the name of its target instead. One
 * link to each target stays whole, unless that one would cross another that has to stay whole too.
 */
export async function untangled(
  { nodes, links }: Graph,
  parent: string | null,
  options: { readonly [option: string]: string },
): Promise<Part> {
  const short = new Set<GraphLink>();
  for (;;) {
    const names = [...short].flatMap(({ instead }) => instead ?? []);
    const graph: Graph = {
      nodes: [...names.map(({ id, text }) => ({ id, stamp: noteStamp(text) })), ...nodes],
      links: links.map((link) => (link.instead && short.has(link) ? { ...link, to: link.instead.id } : link)),
    };
    const part = await placed(graph, parent, options);
    const isShort = (edge: number, cut: readonly number[]) => short.has(links[edge] as GraphLink) || cut.includes(edge);
    const mayBeCut = (edge: number): boolean => links[edge]?.instead !== undefined && !isShort(edge, []);
    const isLastInto = (edge: number, cut: readonly number[]): boolean => {
      const target = links[edge]?.to;
      return !links.some(
        ({ from, to }, other) => other !== edge && to === target && from !== target && !isShort(other, cut),
      );
    };
    const crossings = crossingsOf(part.edges);
    const careful = leastOf(crossings, (edge, cut) => mayBeCut(edge) && !isLastInto(edge, cut));
    const crossing = careful.length > 0 ? careful : leastOf(crossings, mayBeCut);
    if (crossing.length === 0) return part;
    for (const edge of crossing) short.add(links[edge] as GraphLink);
  }
}

/** A pair of edges, by their places in the list, that cross somewhere. */
type Crossing = readonly [one: number, other: number];

/** Every place where two edges cross. Edges are orthogonal; edges that run along each other do not cross. */
export function crossingsOf(edges: readonly Pick<Edge, 'points'>[]): Crossing[] {
  const pieces = edges.flatMap(({ points }, edge) =>
    points.slice(1).map((to, index): Piece => ({ edge, from: points[index] as Point, to })),
  );
  const upright = pieces.filter(({ from, to }) => Math.abs(from.x - to.x) < SLACK);
  const level = pieces.filter(({ from, to }) => Math.abs(from.y - to.y) < SLACK);
  return upright.flatMap((one) =>
    level.filter((other) => cross(one, other)).map((other): Crossing => [one.edge, other.edge]),
  );
}

const SLACK = 0.5;

interface Piece {
  readonly edge: number;
  readonly from: Point;
  readonly to: Point;
}

const cross = (upright: Piece, level: Piece): boolean =>
  upright.edge !== level.edge &&
  inside(upright.from.x, level.from.x, level.to.x) &&
  inside(level.from.y, upright.from.y, upright.to.y);

const inside = (at: number, one: number, other: number): boolean =>
  at > Math.min(one, other) + SLACK && at < Math.max(one, other) - SLACK;

/** A greedy vertex cover: edges whose removal leaves no crossing, if `may` allows enough of them. */
function leastOf(crossings: readonly Crossing[], may: (edge: number, found: readonly number[]) => boolean): number[] {
  const found: number[] = [];
  for (let left = crossings; ; ) {
    const counts = new Map<number, number>();
    for (const edge of left.flat().filter((each) => may(each, found))) counts.set(edge, (counts.get(edge) ?? 0) + 1);
    const [most] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
    if (most === undefined) return found;
    found.push(most);
    left = left.filter((pair) => !pair.includes(most));
  }
}
