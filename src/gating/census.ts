import { rowLength, type Strips } from '../space/bit-rows.ts';
import type { Sweep } from '../space/bitset-search.ts';
import type { Field } from '../space/layout.ts';
import { MOST_LOW, stateOfDigit } from '../space/tally.ts';

/**
 * Every situation of a space, counted by what it is asked about in: its node, and where one of its places stands. It is
 * taken level by level, as the search goes.
 *
 * Nearest is the situation in which the fewest places stand otherwise than in the standing given; of several the one with
 * the shortest way to it, then the one whose states their charts name earlier.
 */
export class Census {
  situations = 0;
  /** How many situations of a node have a place in a state: by node, then place, then state. */
  readonly counts: readonly (readonly Float64Array[])[];
  /** For each place and state the node of the nearest situation with it; -1 for none. */
  readonly nearest: readonly Int32Array[];
  private readonly best: readonly Float64Array[];
  private readonly lows: readonly Lows[];
  /** By strip: how far its high part is, how many situations it has, and how far the nearest of them is. */
  private readonly off: Float64Array;
  private readonly numbers: Float64Array;
  private readonly least: Float64Array;
  private readonly strips: Strips;
  private readonly standing: ArrayLike<number>;

  constructor(strips: Strips, standing: ArrayLike<number>) {
    const { layout } = strips;
    const { places, nodes } = layout.quotient;
    this.strips = strips;
    this.standing = standing;
    this.off = new Float64Array(strips.count).fill(UNKNOWN);
    this.numbers = new Float64Array(strips.count);
    this.least = new Float64Array(strips.count).fill(Number.POSITIVE_INFINITY);
    this.counts = nodes.map(() => places.map(({ states }) => new Float64Array(states.length)));
    this.best = places.map(({ states }) => new Float64Array(states.length).fill(Number.POSITIVE_INFINITY));
    this.nearest = places.map(({ states }) => new Int32Array(states.length).fill(-1));
    this.lows = nodes.map((_, node) => {
      const away = (place: number, digit: number): number => this.away(node, place, digit);
      return new Lows(layout.fields[node] as readonly Field[], away);
    });
  }

  /** Takes the level that the search takes next. */
  take({ front, frontLength, bits, depth }: Sweep): void {
    const { layout, nodes, rows } = this.strips;
    const { off, numbers, least } = this;
    for (let each = 0; each < frontLength; each += 1) {
      const strip = front[each] as number;
      const node = nodes[strip] as number;
      if (off[strip] === UNKNOWN) off[strip] = this.highOff(strip);
      const away = (off[strip] as number) + depth * STEP;
      const length = rowLength(layout.lows[node] as number);
      const low = this.lows[node] as Lows;
      numbers[strip] = (numbers[strip] as number) + low.count(bits, rows[strip] as number, length, away);
      least[strip] = Math.min(least[strip] as number, low.least);
    }
  }

  /** At the end: what was kept of strips and of low parts is counted. */
  close(): void {
    const { layout, nodes, highs, count } = this.strips;
    for (let strip = 0; strip < count; strip += 1) {
      const node = nodes[strip] as number;
      const number = this.numbers[strip] as number;
      this.situations += number;
      layout.fields[node]?.forEach((field, place) => {
        if (isLow(field)) return;
        this.add(node, place, digitIn(field, highs[strip] as number), number, this.least[strip] as number);
      });
    }
    this.lows.forEach((low, node) => {
      low.each((part, number, away) => {
        layout.fields[node]?.forEach((field, place) => {
          if (isLow(field)) this.add(node, place, digitIn(field, part), number, away);
        });
      });
    });
  }

  /** How far the high part of a strip is from the standing. */
  private highOff(strip: number): number {
    const { layout, nodes, highs } = this.strips;
    const node = nodes[strip] as number;
    let off = 0;
    layout.fields[node]?.forEach((field, place) => {
      if (!isLow(field)) off += this.away(node, place, digitIn(field, highs[strip] as number));
    });
    return off;
  }

  private add(node: number, place: number, digit: number, number: number, away: number): void {
    if (number === 0) return;
    const state = stateOfDigit(this.strips, node, place, digit);
    const row = this.counts[node]?.[place] as Float64Array;
    row[state] = (row[state] as number) + number;
    if (away >= (this.best[place]?.[state] as number)) return;
    (this.best[place] as Float64Array)[state] = away;
    (this.nearest[place] as Int32Array)[state] = node;
  }

  private away(node: number, place: number, digit: number): number {
    const state = stateOfDigit(this.strips, node, place, digit);
    return state === this.standing[place] ? 0 : OTHERWISE + state;
  }
}

/** What a place that stands otherwise counts, and a step on the way: more than all that comes behind it. */
const OTHERWISE = 1e9;
const STEP = 1e4;
const UNKNOWN = -1;

/** A place that can be in one state only has no bits anywhere. */
const isLow = ({ low, width }: Field): boolean => low && width > 0;
const digitIn = ({ shift, width }: Field, part: number): number => (part >>> shift) & ((1 << width) - 1);

/** The low parts of one node's situations. */
class Lows {
  private readonly numbers = new Float64Array(2 ** MOST_LOW);
  /** How far the places of each low part are from the standing. */
  private readonly off = new Float64Array(2 ** MOST_LOW);
  /** How far the nearest situation with this low part is. */
  private readonly away = new Float64Array(2 ** MOST_LOW).fill(Number.POSITIVE_INFINITY);

  /** Of those that were counted last, how far the nearest is. */
  least = 0;

  constructor(fields: readonly Field[], away: (place: number, digit: number) => number) {
    const bits = fields.reduce((sum, field) => sum + (isLow(field) ? field.width : 0), 0);
    for (let part = 0; part < 2 ** bits; part += 1) {
      fields.forEach((field, place) => {
        if (isLow(field)) this.off[part] = (this.off[part] as number) + away(place, digitIn(field, part));
      });
    }
  }

  /** Counts situations of a strip, whose high part is so far away. */
  count(taken: Uint32Array, from: number, length: number, high: number): number {
    const { numbers, off, away } = this;
    let number = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let word = 0; word < length; word += 1) {
      for (let left = taken[from + word] as number; left !== 0; left &= left - 1) {
        const part = (word << 5) | (31 - Math.clz32(left & -left));
        const distance = high + (off[part] as number);
        number += 1;
        numbers[part] = (numbers[part] as number) + 1;
        if (distance < least) least = distance;
        if (distance < (away[part] as number)) away[part] = distance;
      }
    }
    this.least = least;
    return number;
  }

  each(tell: (part: number, number: number, away: number) => void): void {
    this.numbers.forEach((number, part) => {
      if (number > 0) tell(part, number, this.away[part] as number);
    });
  }
}
