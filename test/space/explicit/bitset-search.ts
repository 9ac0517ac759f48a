import { rowLength, type Strips } from './bit-rows.ts';
import type { Road } from './layout.ts';

/**
 * Breadth-first search over all situations, level by level. The visited set, the current level and the next level are
 * bit sets; a road that keeps the low part moves 32 situations at once.
 */
export class Sweep {
  readonly strips: Strips;
  readonly seen: Uint32Array;
  /** Situations that were expanded. */
  situations = 0;
  /** Transitions: the letters that were accepted or applied, over all expanded situations. */
  transitions = 0;
  /** The distance of the next level from the start, in letters. */
  depth = 0;
  /** Strips that have situations in the next level. */
  front: Int32Array;
  frontLength = 1;
  bits: Uint32Array;
  private next: Int32Array;
  private nextLength = 0;
  private nextBits: Uint32Array;
  private readonly queued: Uint8Array;
  private readonly loads: readonly number[];

  constructor(strips: Strips) {
    const { layout, count, rows, low } = strips;
    this.strips = strips;
    const words = rows[count] as number;
    this.seen = new Uint32Array(words);
    this.bits = new Uint32Array(words);
    this.nextBits = new Uint32Array(words);
    this.front = new Int32Array(count);
    this.next = new Int32Array(count);
    this.queued = new Uint8Array(count);
    this.loads = layout.quotient.nodes.map(({ idle }, node) =>
      (layout.roads[node] ?? []).reduce((sum, { letters }) => sum + letters.length, idle.length),
    );
    for (const row of [this.seen, this.bits]) row[low >>> 5] = 1 << (low & 31);
  }

  /** The bytes the search uses. */
  get bytes(): number {
    const { nodes, highs, rows, firsts, targets } = this.strips;
    const all = [nodes, highs, rows, firsts, targets, this.seen, this.bits, this.nextBits, this.front, this.next];
    return all.reduce((sum, { byteLength }) => sum + byteLength, this.queued.byteLength);
  }

  get over(): boolean {
    return this.frontLength === 0;
  }

  /** Expands the level; false if it stopped early, at the limit. */
  step(limit = Number.POSITIVE_INFINITY): boolean {
    const { strips, bits } = this;
    const { nodes, rows, firsts, targets, layout } = strips;
    for (let each = 0; each < this.frontLength; each += 1) {
      if (this.situations >= limit) return false;
      const strip = this.front[each] as number;
      const node = nodes[strip] as number;
      const from = rows[strip] as number;
      const length = rowLength(layout.lows[node] as number);
      let count = 0;
      for (let word = from; word < from + length; word += 1) count += bitsIn(bits[word] as number);
      this.situations += count;
      this.transitions += count * (this.loads[node] as number);
      const roads = layout.roads[node] as readonly Road[];
      let target = firsts[strip] as number;
      if ((firsts[strip + 1] as number) - target !== roads.length) return false;
      for (let road = 0; road < roads.length; road += 1, target += 1) {
        const to = targets[target] as number;
        const { lows } = roads[road] as Road;
        const row = rows[to] as number;
        const any = lows ? this.carryBits(from, row, length, lows) : this.carryRow(from, row, length);
        if (any === 0 || this.queued[to] === 1) continue;
        this.queued[to] = 1;
        this.next[this.nextLength] = to;
        this.nextLength += 1;
      }
      bits.fill(0, from, from + length);
    }
    [this.front, this.next] = [this.next, this.front];
    [this.bits, this.nextBits] = [this.nextBits, bits];
    this.frontLength = this.nextLength;
    this.nextLength = 0;
    for (let each = 0; each < this.frontLength; each += 1) this.queued[this.front[each] as number] = 0;
    this.depth += 1;
    return true;
  }

  private carryRow(from: number, to: number, length: number): number {
    const { bits, seen, nextBits } = this;
    let any = 0;
    for (let word = 0; word < length; word += 1) {
      const fresh = (bits[from + word] as number) & ~(seen[to + word] as number);
      if (fresh === 0) continue;
      any |= fresh;
      (seen[to + word] as number) |= fresh;
      (nextBits[to + word] as number) |= fresh;
    }
    return any;
  }

  private carryBits(from: number, to: number, length: number, lows: Uint16Array): number {
    const { bits, seen, nextBits } = this;
    let any = 0;
    for (let word = 0; word < length; word += 1) {
      let left = bits[from + word] as number;
      while (left !== 0) {
        const bit = left & -left;
        left ^= bit;
        const rest = lows[(word << 5) | (31 - Math.clz32(bit))] as number;
        const place = to + (rest >>> 5);
        const fresh = (1 << (rest & 31)) & ~(seen[place] as number);
        if (fresh === 0) continue;
        any |= fresh;
        (seen[place] as number) |= fresh;
        (nextBits[place] as number) |= fresh;
      }
    }
    return any;
  }
}

/** The number of bits set in a word. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
