import { rowLength, type Strips } from '../space/bit-rows.ts';
import type { Sweep } from '../space/bitset-search.ts';
import type { Road } from '../space/layout.ts';

/** One level of a search, kept for the way back: strips and, one after another, their rows. */
export interface Level {
  readonly strips: Int32Array;
  readonly words: Uint32Array;
}

/** A copy of the level that the search expands next. */
export function keep({ strips, front, frontLength, bits }: Sweep): Level {
  const kept = front.slice(0, frontLength);
  const words = new Uint32Array(kept.reduce((sum, strip) => sum + lengthOf(strips, strip), 0));
  let at = 0;
  for (const strip of kept) {
    const row = strips.rows[strip] as number;
    const length = lengthOf(strips, strip);
    words.set(bits.subarray(row, row + length), at);
    at += length;
  }
  return { strips: kept, words };
}

export const lengthOf = ({ layout, nodes }: Strips, strip: number): number =>
  rowLength(layout.lows[nodes[strip] as number] as number);

/** A situation on the way to another, and its predecessor. */
export interface Stop {
  readonly strip: number;
  readonly low: number;
  /** The letter that leads here, and the predecessor; undefined at the start and after the opening. */
  letter: number;
  before: Stop | undefined;
}

/**
 * Finds ways to situations of the levels. Predecessors are not stored: going backwards, each level is searched once for
 * situations that lead to a wanted one. If several letters do, `ranks` decides.
 */
export function findWays(
  strips: Strips,
  levels: readonly Level[],
  ends: readonly (readonly Stop[])[],
  ranks: readonly number[],
): void {
  let wanted = new Stops(strips);
  for (let depth = levels.length - 1; depth > 0; depth -= 1) {
    for (const stop of ends[depth] ?? []) wanted.add(stop);
    const before = new Stops(strips);
    if (wanted.size > 0) findBefore(strips, levels[depth - 1] as Level, wanted, before, ranks);
    wanted = before;
  }
}

/** The stops of one level by strip and low part. Equal situations share one way. */
class Stops {
  size = 0;
  private readonly flags: Uint8Array;
  private readonly byStrip = new Map<number, Map<number, Stop[]>>();

  constructor({ count }: Strips) {
    this.flags = new Uint8Array(count);
  }

  add(stop: Stop): void {
    const lows = this.byStrip.get(stop.strip) ?? new Map<number, Stop[]>();
    this.byStrip.set(stop.strip, lows);
    const same = lows.get(stop.low);
    if (same) same.push(stop);
    else lows.set(stop.low, [stop]);
    this.flags[stop.strip] = 1;
    this.size += 1;
  }

  one(strip: number, low: number): Stop {
    const known = this.byStrip.get(strip)?.get(low)?.[0];
    if (known) return known;
    const stop: Stop = { strip, low, letter: -1, before: undefined };
    this.add(stop);
    return stop;
  }

  has(strip: number): boolean {
    return this.flags[strip] === 1;
  }

  in(strip: number): ReadonlyMap<number, Stop[]> {
    return this.byStrip.get(strip) ?? new Map();
  }

  forEach(each: (stop: Stop) => void): void {
    for (const lows of this.byStrip.values()) for (const stops of lows.values()) stops.forEach(each);
  }
}

function findBefore(strips: Strips, level: Level, wanted: Stops, before: Stops, ranks: readonly number[]): void {
  const { firsts, targets, layout, nodes } = strips;
  const plainest = layout.roads.map((roads) => roads.map(({ letters }) => plainestOf(letters, ranks)));
  let at = 0;
  for (const strip of level.strips) {
    const length = lengthOf(strips, strip);
    const node = nodes[strip] as number;
    const first = firsts[strip] as number;
    const roads = layout.roads[node] as readonly Road[];
    for (let road = 0; road < roads.length; road += 1) {
      const to = targets[first + road] as number;
      if (!wanted.has(to)) continue;
      const letter = plainest[node]?.[road] as number;
      for (const [low, stops] of wanted.in(to)) {
        const known = (stops[0] as Stop).letter;
        if (known >= 0 && (ranks[known] as number) <= (ranks[letter] as number)) continue;
        const from = lowLeadingTo(level.words, at, length, roads[road]?.lows, low);
        if (from < 0) continue;
        for (const stop of stops) {
          stop.letter = letter;
          stop.before = { strip, low: from, letter: -1, before: undefined };
        }
      }
    }
    at += length;
  }
  wanted.forEach((stop) => {
    if (stop.before) stop.before = before.one(stop.before.strip, stop.before.low);
  });
}

const plainestOf = (letters: readonly number[], ranks: readonly number[]): number =>
  letters.reduce((best, each) => ((ranks[each] as number) < (ranks[best] as number) ? each : best));

/** A low part of the row that leads to this one; -1 if there is none. */
function lowLeadingTo(
  words: Uint32Array,
  at: number,
  length: number,
  lows: Uint16Array | undefined,
  to: number,
): number {
  if (!lows) return ((words[at + (to >>> 5)] as number) >>> (to & 31)) & 1 ? to : -1;
  for (let word = 0; word < length; word += 1) {
    for (let left = words[at + word] as number; left !== 0; left &= left - 1) {
      const low = (word << 5) | (31 - Math.clz32(left & -left));
      if (lows[low] === to) return low;
    }
  }
  return -1;
}
