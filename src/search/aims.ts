import { rowLength } from '../space/bit-rows.ts';
import { digitOf, type Field, type Layout } from '../space/layout.ts';

/** Of a packed part these bits have to be so. */
export interface PartMask {
  readonly mask: number;
  readonly value: number;
}

/** Any part. */
export const ANY_PART: PartMask = { mask: 0, value: 0 };

/** Situations of one node whose parts are so, and the letter that is taken there last (-1: none). */
export interface Cube {
  readonly node: number;
  readonly high: PartMask;
  readonly low: PartMask;
  readonly letter: number;
}

/** What a scenario is to lead to: any of the cubes. */
export type Aim = readonly Cube[];

/** The situations of a node in which some places are in one state each; undefined where there are none such. */
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

/** A cube that still waits to be met. */
interface Waiting {
  readonly aim: number;
  readonly letter: number;
  /** The low parts that fit, as a row of bits. */
  readonly row: Uint32Array;
}

/** A situation in which an aim is met, and the letter that is taken last. */
export interface MetAim {
  readonly aim: number;
  readonly low: number;
  readonly letter: number;
}

/** Situations that meet an aim equally near, of which the one with the plainest way is taken; as many mean: no more. */
export const ENOUGH = 4;

/**
 * Cubes sorted by their nodes and by which bits of the high part they ask about, so that a strip is asked one question for
 * each way of asking, however many cubes there are. An aim that was met often enough asks no more.
 */
export class Watch {
  private readonly met: Uint8Array;
  private readonly nodes: (Map<number, Map<number, Waiting[]>> | undefined)[] = [];
  private readonly rows = new Map<string, Uint32Array>();

  /** Of the cubes of `aims` those that take a letter last, or those that take none. `met`: how often each aim was. */
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

  /** Whether anything of a node is waited for. */
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
