import { rowLength } from '../space/bit-rows.ts';
import { digitOf, type Field, type Layout } from '../space/layout.ts';

/** These bits of a packed part must have these values. */
export interface PartMask {
  readonly mask: number;
  readonly value: number;
}

/** Any part. */
export const ANY_PART: PartMask = { mask: 0, value: 0 };

/** Situations of one node that match both parts, and the letter taken last (-1: none). */
export interface Cube {
  readonly node: number;
  readonly high: PartMask;
  readonly low: PartMask;
  readonly letter: number;
}

/** The goal of a scenario: any of the cubes. */
export type Aim = readonly Cube[];

/** The situations of a node in which some places have given states; undefined if the node has none. */
export function cubeOf(
  layout: Layout,
  node: number,
  wanted: Iterable<readonly [place: number, state: number]>,
  letter = -1,
): Cube | undefined {
  const high = { mask: 0, value: 0 };
  const low = { mask: 0, value: 0 };
  for (const [place, state] of wanted) {
    const digit = digitOf(layout, node, place, state);
    if (digit < 0) return undefined;
    const field = (layout.fields[node] as readonly Field[])[place] as Field;
    const part = field.low ? low : high;
    part.mask |= ((1 << field.width) - 1) << field.shift;
    part.value |= digit << field.shift;
  }
  return { node, high, low, letter };
}

/** A cube that has not been met yet. */
interface Waiting {
  readonly aim: number;
  readonly letter: number;
  /** The matching low parts, as a row of bits. */
  readonly row: Uint32Array;
}

/** A situation that meets an aim, and the letter taken last. */
export interface MetAim {
  readonly aim: number;
  readonly low: number;
  readonly letter: number;
}

/** Stop counting at this many situations that meet an aim at the same distance; the plainest way wins. */
export const ENOUGH = 4;

/**
 * Cubes indexed by node and by the high bits they test, so that each strip is tested once per combination of bits,
 * however many cubes there are. Aims that were met often enough are dropped.
 */
export class Watch {
  private readonly met: Uint8Array;
  private readonly nodes: (Map<number, Map<number, Waiting[]>> | undefined)[] = [];
  private readonly rows = new Map<string, Uint32Array>();

  /**
   * Watches the cubes of `aims` that take a letter last, or those that take none. `met` counts how often each aim was
   * met.
   */
  constructor({ lows }: Layout, aims: readonly Aim[], met: Uint8Array, last: boolean) {
    this.met = met;
    aims.forEach((cubes, aim) => {
      for (const { node, high, low, letter } of cubes) {
        if (letter >= 0 !== last) continue;
        const byMask = this.nodes[node] ?? new Map<number, Map<number, Waiting[]>>();
        this.nodes[node] = byMask;
        const byValue = byMask.get(high.mask) ?? new Map<number, Waiting[]>();
        byMask.set(high.mask, byValue);
        const list = byValue.get(high.value) ?? [];
        byValue.set(high.value, list);
        list.push({ aim, letter, row: this.rowOf(lows[node] as number, low) });
      }
    });
  }

  /** Whether a node has cubes that are still watched. */
  waits(node: number): boolean {
    return this.nodes[node] !== undefined;
  }

  /** The aims that the situations of a strip meet. */
  *metBy(node: number, high: number, words: Uint32Array, from: number): Generator<MetAim> {
    for (const [mask, byValue] of this.nodes[node] ?? []) {
      const list = byValue.get(high & mask);
      if (!list) continue;
      let stale = false;
      for (const { aim, letter, row } of list) {
        if ((this.met[aim] as number) >= ENOUGH) {
          stale = true;
          continue;
        }
        for (let word = 0; word < row.length; word += 1) {
          const bits = (words[from + word] as number) & (row[word] as number);
          if (bits === 0) continue;
          this.met[aim] = (this.met[aim] as number) + 1;
          yield { aim, letter, low: (word << 5) | (31 - Math.clz32(bits & -bits)) };
          break;
        }
      }
      if (stale) this.drop(node, byValue, mask, high & mask);
    }
  }

  private drop(node: number, byValue: Map<number, Waiting[]>, mask: number, value: number): void {
    const kept = (byValue.get(value) as Waiting[]).filter(({ aim }) => (this.met[aim] as number) < ENOUGH);
    if (kept.length > 0) byValue.set(value, kept);
    else byValue.delete(value);
    if (byValue.size > 0) return;
    this.nodes[node]?.delete(mask);
    if (this.nodes[node]?.size === 0) this.nodes[node] = undefined;
  }

  private rowOf(bits: number, { mask, value }: PartMask): Uint32Array {
    const key = `${bits} ${mask} ${value}`;
    const known = this.rows.get(key);
    if (known) return known;
    const row = new Uint32Array(rowLength(bits));
    for (let low = 0; low < 2 ** bits; low += 1) {
      if ((low & mask) === value) row[low >>> 5] = (row[low >>> 5] as number) | (1 << (low & 31));
    }
    this.rows.set(key, row);
    return row;
  }
}
