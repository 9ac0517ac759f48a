import { statesIn } from './masks.ts';
import { EMPTY, MEMBER, Nodes } from './nodes.ts';

/** Numbers of the cached operations; `restrict` and `occurring` have one for each level. */
const UNION = 0;
const MINUS = 1;
const COMMON = 2;
const ASSIGN = 3;
const PER_LEVEL = 16;

/** Constants for some levels; the others keep their states (-1). */
export interface Assignment {
  readonly id: number;
  readonly sets: Int8Array;
  /** The last level that is set; -1 where none is. */
  readonly last: number;
}

/** Sets of situations as multi-valued decision diagrams. */
export class Diagrams extends Nodes {
  private readonly counts = new Map<number, bigint>();
  private readonly assignments = new Map<string, Assignment>();

  /** The situations that have one of the masked states at each level. */
  private cube(masks: ArrayLike<number>): number {
    let below = MEMBER;
    for (let level = this.widths.length - 1; level >= 0; level -= 1) {
      const row = this.rows[level] as Int32Array;
      for (let state = 0; state < row.length; state += 1)
        row[state] = ((masks[level] as number) >>> state) & 1 ? below : 0;
      below = this.make(level);
    }
    return below;
  }

  one(standing: ArrayLike<number>): number {
    return this.cube(Array.from(standing, (state) => 1 << state));
  }

  union(one: number, other: number): number {
    if (one === other || other === EMPTY) return one;
    if (one === EMPTY) return other;
    const a = one < other ? one : other;
    const b = one < other ? other : one;
    const known = this.cache.get(a, b, UNION);
    if (known >= 0) return known;
    const level = this.levels[a] as number;
    const row = this.rows[level] as Int32Array;
    for (let state = 0; state < row.length; state += 1)
      row[state] = this.union(this.edge(a, state), this.edge(b, state));
    return this.cache.put(a, b, UNION, this.make(level));
  }

  /** The difference of two sets. */
  minus(one: number, other: number): number {
    if (one === other || one === EMPTY) return EMPTY;
    if (other === EMPTY) return one;
    const known = this.cache.get(one, other, MINUS);
    if (known >= 0) return known;
    const level = this.levels[one] as number;
    const row = this.rows[level] as Int32Array;
    for (let state = 0; state < row.length; state += 1)
      row[state] = this.minus(this.edge(one, state), this.edge(other, state));
    return this.cache.put(one, other, MINUS, this.make(level));
  }

  /** The intersection of two sets. */
  common(one: number, other: number): number {
    if (one === other) return one;
    if (one === EMPTY || other === EMPTY) return EMPTY;
    const a = one < other ? one : other;
    const b = one < other ? other : one;
    const known = this.cache.get(a, b, COMMON);
    if (known >= 0) return known;
    const level = this.levels[a] as number;
    const row = this.rows[level] as Int32Array;
    for (let state = 0; state < row.length; state += 1)
      row[state] = this.common(this.edge(a, state), this.edge(b, state));
    return this.cache.put(a, b, COMMON, this.make(level));
  }

  /** The members that have one of the masked states at the level. */
  restrict(set: number, level: number, mask: number): number {
    if (set === EMPTY) return EMPTY;
    const operation = PER_LEVEL + 2 * level;
    const known = this.cache.get(set, mask, operation);
    if (known >= 0) return known;
    const at = this.levels[set] as number;
    const row = this.rows[at] as Int32Array;
    for (let state = 0; state < row.length; state += 1) {
      const below = this.edge(set, state);
      row[state] = at < level ? this.restrict(below, level, mask) : (mask >>> state) & 1 ? below : EMPTY;
    }
    return this.cache.put(set, mask, operation, this.make(at));
  }

  /** The states that occur at the level, as a mask. */
  occurring(set: number, level: number): number {
    if (set === EMPTY) return 0;
    const at = this.levels[set] as number;
    let mask = 0;
    if (at === level) {
      for (let state = 0; state < (this.widths[at] as number); state += 1)
        if (this.edge(set, state) !== EMPTY) mask |= 1 << state;
      return mask;
    }
    const operation = PER_LEVEL + 2 * level + 1;
    const known = this.cache.find(set, 0, operation);
    if (known !== undefined) return known;
    for (let state = 0; state < (this.widths[at] as number); state += 1)
      mask |= this.occurring(this.edge(set, state), level);
    this.cache.put(set, 0, operation, mask);
    return mask;
  }

  /** The same as a list. */
  statesAt(set: number, level: number): number[] {
    return statesIn(this.occurring(set, level));
  }

  /** Equal constants give the same assignment. */
  assignment(sets: Int8Array): Assignment {
    const key = String.fromCharCode(...sets.map((state) => state + 1));
    const known = this.assignments.get(key);
    if (known) return known;
    const last = sets.findLastIndex((state) => state >= 0);
    const made = { id: this.assignments.size, sets, last };
    this.assignments.set(key, made);
    return made;
  }

  /** The members after an assignment. */
  assign(set: number, assignment: Assignment, level = 0): number {
    if (set === EMPTY || level > assignment.last) return set;
    const known = this.cache.get(set, assignment.id, ASSIGN);
    if (known >= 0) return known;
    const width = this.widths[level] as number;
    const row = this.rows[level] as Int32Array;
    const to = assignment.sets[level] as number;
    if (to < 0) {
      for (let state = 0; state < width; state += 1)
        row[state] = this.assign(this.edge(set, state), assignment, level + 1);
    } else {
      let all = EMPTY;
      for (let state = 0; state < width; state += 1)
        all = this.union(all, this.assign(this.edge(set, state), assignment, level + 1));
      row.fill(EMPTY);
      row[to] = all;
    }
    return this.cache.put(set, assignment.id, ASSIGN, this.make(level));
  }

  /** The situations within the masks that an assignment takes into the set. */
  undo(set: number, sets: Int8Array, masks: Int32Array): number {
    const known = new Map<number, number>();
    const below = (node: number, level: number): number => {
      if (node === EMPTY || level === this.widths.length) return node;
      const found = known.get(node);
      if (found !== undefined) return found;
      const row = this.rows[level] as Int32Array;
      const to = sets[level] as number;
      const mask = masks[level] as number;
      if (to >= 0) {
        const from = below(this.edge(node, to), level + 1);
        for (let state = 0; state < row.length; state += 1) row[state] = (mask >>> state) & 1 ? from : EMPTY;
      } else {
        for (let state = 0; state < row.length; state += 1)
          row[state] = (mask >>> state) & 1 ? below(this.edge(node, state), level + 1) : EMPTY;
      }
      const made = this.make(level);
      known.set(node, made);
      return made;
    };
    return below(set, 0);
  }

  count(set: number): bigint {
    if (set <= MEMBER) return BigInt(set);
    const known = this.counts.get(set);
    if (known !== undefined) return known;
    let sum = 0n;
    const width = this.widths[this.levels[set] as number] as number;
    for (let state = 0; state < width; state += 1) sum += this.count(this.edge(set, state));
    this.counts.set(set, sum);
    return sum;
  }

  /** A member: at each level the preferred state if possible, otherwise the first or the chosen one. */
  pick(set: number, prefer?: Uint8Array, choose: (count: number) => number = () => 0): Uint8Array {
    const standing = new Uint8Array(this.widths.length);
    let node = set;
    for (let level = 0; level < standing.length; level += 1) {
      const states = this.statesAt(node, level);
      const liked = prefer?.[level];
      const state = liked !== undefined && states.includes(liked) ? liked : states[choose(states.length)];
      if (state === undefined) throw new Error('an empty set has no member');
      standing[level] = state;
      node = this.edge(node, state);
    }
    return standing;
  }

  has(set: number, standing: ArrayLike<number>): boolean {
    let node = set;
    for (let level = 0; level < standing.length && node !== EMPTY; level += 1)
      node = this.edge(node, standing[level] as number);
    return node !== EMPTY;
  }

  /** Whether some member has one of the masked states at each level. */
  meets(set: number, masks: ArrayLike<number>, level = 0): boolean {
    if (level === masks.length) return set !== EMPTY;
    for (let left = masks[level] as number; left !== 0; left &= left - 1) {
      const below = this.edge(set, 31 - Math.clz32(left & -left));
      if (below !== EMPTY && this.meets(below, masks, level + 1)) return true;
    }
    return false;
  }

  /** A set as data: for each node its level and edges, lower nodes first. An edge is the number of a node. */
  written(set: number): number[][] {
    const nodes = [...this.nodesOf(set)].sort((a, b) => (this.levels[b] as number) - (this.levels[a] as number));
    const numbers = new Map(nodes.map((node, index) => [node, index + 2]));
    return nodes.map((node) => {
      const level = this.levels[node] as number;
      const edges = Array.from({ length: this.widths[level] as number }, (_, state) => this.edge(node, state));
      return [level, ...edges.map((below) => numbers.get(below) ?? below)];
    });
  }

  /** The set that was written. */
  readFrom(written: readonly (readonly number[])[]): number {
    const made = [EMPTY, MEMBER];
    for (const [level = 0, ...edges] of written) {
      const row = this.rows[level] as Int32Array;
      edges.forEach((below, state) => {
        row[state] = made[below] as number;
      });
      made.push(this.make(level));
    }
    return made.at(-1) as number;
  }
}
