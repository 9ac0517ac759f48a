import { Cache } from './cache.ts';

/** The empty set. */
export const EMPTY = 0;
/** The terminal node below the last level: the situation is a member. */
export const MEMBER = 1;

/**
 * The nodes of decision diagrams: a level for each region, an edge for each of its states. Quasi-reduced (no level is
 * skipped) and hash-consed, so that equal sets have the same number. Nodes are numbered by whole numbers and never
 * freed.
 */
export class Nodes {
  /** How many states each level has, at most 32. */
  readonly widths: readonly number[];
  readonly cache = new Cache();
  protected levels = new Uint8Array(1 << 10);
  private firsts = new Int32Array(1 << 10);
  private edges = new Int32Array(1 << 12);
  private table = new Int32Array(1 << 11);
  private used = 2;
  private edgesUsed = 0;
  /** A row of edges for each level, filled before its node is made. */
  protected readonly rows: readonly Int32Array[];

  constructor(widths: readonly number[]) {
    this.widths = widths;
    this.rows = widths.map((width) => new Int32Array(width));
  }

  edge(node: number, state: number): number {
    return this.edges[(this.firsts[node] as number) + state] as number;
  }

  /** Nodes of the diagram of one set. */
  nodesOf(set: number): Set<number> {
    const seen = new Set(set > MEMBER ? [set] : []);
    for (const node of seen) {
      const width = this.widths[this.levels[node] as number] as number;
      for (let state = 0; state < width; state += 1) {
        const below = this.edge(node, state);
        if (below > MEMBER) seen.add(below);
      }
    }
    return seen;
  }

  /** The node with the edges in the level's row. */
  protected make(level: number): number {
    const row = this.rows[level] as Int32Array;
    const width = row.length;
    let hash = level;
    let any = 0;
    for (let state = 0; state < width; state += 1) {
      const below = row[state] as number;
      any |= below;
      hash = Math.imul(hash ^ below, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    if (any === 0) return EMPTY;
    const last = this.table.length - 1;
    let place = hash & last;
    for (;;) {
      const node = this.table[place] as number;
      if (node === 0) break;
      if (this.levels[node] === level && this.isRow(node, row)) return node;
      place = (place + 1) & last;
    }
    const node = this.used;
    this.used += 1;
    if (node >= this.levels.length) this.grow();
    if (this.edgesUsed + width > this.edges.length) this.edges = wider(this.edges);
    this.levels[node] = level;
    this.firsts[node] = this.edgesUsed;
    this.edges.set(row, this.edgesUsed);
    this.edgesUsed += width;
    this.table[place] = node;
    if (this.used * 2 > this.table.length) this.rehash();
    return node;
  }

  private isRow(node: number, row: Int32Array): boolean {
    const first = this.firsts[node] as number;
    for (let state = 0; state < row.length; state += 1) if (this.edges[first + state] !== row[state]) return false;
    return true;
  }

  private grow(): void {
    this.firsts = wider(this.firsts);
    const levels = new Uint8Array(this.levels.length * 2);
    levels.set(this.levels);
    this.levels = levels;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2);
    for (let node = 2; node < this.used; node += 1) {
      const level = this.levels[node] as number;
      const first = this.firsts[node] as number;
      let hash = level;
      for (let state = 0; state < (this.widths[level] as number); state += 1) {
        hash = Math.imul(hash ^ (this.edges[first + state] as number), 0x9e3779b1);
        hash ^= hash >>> 15;
      }
      let place = hash & (table.length - 1);
      while (table[place] !== 0) place = (place + 1) & (table.length - 1);
      table[place] = node;
    }
    this.table = table;
    this.cache.grow(this.used);
  }
}

function wider(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(list.length * 2);
  more.set(list);
  return more;
}
