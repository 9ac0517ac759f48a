import { carried, type Layout, pack, type Road } from './layout.ts';

/**
 * A strip is the set of situations with the same node and high part; only the low part differs. Which strips are
 * reachable from which does not depend on the low part, so strips are found first. The situations are then one row of
 * bits per strip.
 */
export interface Strips {
  readonly layout: Layout;
  readonly count: number;
  readonly nodes: Int32Array;
  readonly highs: Int32Array;
  /** The start of each strip's row, in words; the last entry is the end of all rows. */
  readonly rows: Int32Array;
  /** For each strip, the start of its list of successor strips, in the order of its node's roads. */
  readonly firsts: Int32Array;
  readonly targets: Int32Array;
  /** The low part of the initial situation. Its strip is the first. */
  readonly low: number;
}

export const rowLength = (low: number): number => (low <= 5 ? 1 : 2 ** (low - 5));

/** `most`: the limit on strips. */
export function findStrips(layout: Layout, most = Number.POSITIVE_INFINITY): Strips {
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
  };
}

/** A growing list of integers. */
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
