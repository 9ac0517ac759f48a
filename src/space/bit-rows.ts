import { carried, type Layout, pack, type Road } from './layout.ts';

/**
 * A strip is all situations that differ in their low part only: a node and a high part. Which strips are reached, and from
 * which others, does not depend on the low part, so that this is searched first; what is left is a row of bits a strip.
 */
export interface Strips {
  readonly layout: Layout;
  readonly count: number;
  readonly nodes: Int32Array;
  readonly highs: Int32Array;
  /** Where each strip's row of bits begins, in words; and where the last one ends. */
  readonly rows: Int32Array;
  /** Where each strip's list of strips begins to which its node's roads lead, in their order. */
  readonly firsts: Int32Array;
  readonly targets: Int32Array;
  /** The low part of the beginning, whose strip is the first. */
  readonly low: number;
  /** The strip of the other beginning; -1 where there is none. */
  readonly opening: number;
}

export const rowLength = (low: number): number => (low <= 5 ? 1 : 2 ** (low - 5));

/** `most`: how many strips are searched at most; `opening`: what else the search begins with. */
export function findStrips(
  layout: Layout,
  most = Number.POSITIVE_INFINITY,
  opening?: { readonly node: number; readonly high: number },
): Strips {
  const nodes = new Numbers();
  const highs = new Numbers();
  const rows = new Numbers();
  const firsts = new Numbers();
  const targets = new Numbers();
  const known = layout.quotient.nodes.map(() => new Map<number, number>());
  const numberOf = (node: number, high: number): number => {
    const found = known[node]?.get(high);
    if (found !== undefined) return found;
    const number = nodes.length;
    known[node]?.set(high, number);
    nodes.push(node);
    highs.push(high);
    return number;
  };
  const { high, low } = pack(layout, 0, layout.quotient.initial);
  numberOf(0, high);
  const other = opening ? numberOf(opening.node, opening.high) : -1;
  let end = 0;
  for (let strip = 0; strip < nodes.length; strip += 1) {
    const node = nodes.at(strip);
    rows.push(end);
    firsts.push(targets.length);
    end += rowLength(layout.lows[node] as number);
    if (strip >= most) continue;
    for (const road of layout.roads[node] as readonly Road[]) {
      targets.push(numberOf(road.to, carried(road.high, highs.at(strip))));
    }
  }
  rows.push(end);
  firsts.push(targets.length);
  return {
    layout,
    count: nodes.length,
    nodes: nodes.done(),
    highs: highs.done(),
    rows: rows.done(),
    firsts: firsts.done(),
    targets: targets.done(),
    low,
    opening: other,
  };
}

/** A list of whole numbers that grows. */
class Numbers {
  length = 0;
  private room = new Int32Array(1024);

  push(number: number): void {
    if (this.length === this.room.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.room);
      this.room = wider;
    }
    this.room[this.length] = number;
    this.length += 1;
  }

  at(index: number): number {
    return this.room[index] as number;
  }

  done(): Int32Array {
    return this.room.slice(0, this.length);
  }
}
