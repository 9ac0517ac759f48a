import type { Rule } from '../model/index.ts';
import { type Assignment, type Diagrams, EMPTY, statesIn } from './diagram/diagrams.ts';

/** What one run of the engine read and wrote, and what came of it. */
export interface Trace {
  /** Level and mask by turns, in the order of reading: every state of the mask would have given the same answer. */
  readonly reads: readonly number[];
  /** The state that each level was set to; -1 where it was not. */
  readonly sets: Int8Array;
  readonly taken: boolean;
  readonly rule: Rule | undefined;
}

/** Lets one letter happen where a member stands, and hears what the engine reads and writes. */
export type Run = (letter: number, standing: Uint8Array) => Trace;

/** Asks at which of some sets of states a level stands. */
export interface Branch {
  readonly id: number;
  readonly level: number;
  readonly masks: number[];
  readonly below: Tree[];
  /** All masks together. */
  covered: number;
}

/** What a letter does, whatever else there is. */
export interface Leaf {
  readonly id: number;
  readonly letter: number;
  readonly assignment: Assignment;
  readonly taken: boolean;
  readonly rule: Rule | undefined;
}

export type Tree = Branch | Leaf;

export const isLeaf = (tree: Tree): tree is Leaf => !('masks' in tree);

/** An operation of the cache; below 16 those of the diagrams. */
const IMAGE = 8;

/** Situations that are run besides for each new leaf: each must be of it. */
const CHECKS = 2;

/** What a letter was seen to do differs between situations that read the same. */
export class UnreportedRead extends Error {}

/**
 * What every letter does, learned: a decision tree for each, over the masks that the engine reads. Where a tree does not
 * cover a set, the engine runs on one of its members.
 */
export class Relations {
  readonly diagrams: Diagrams;
  readonly roots: (Tree | undefined)[];
  /** Runs of the engine. */
  runs = 0;
  leaves = 0;
  private trees = 0;
  private readonly run: Run;
  private readonly choose: (count: number) => number;

  constructor(diagrams: Diagrams, letters: number, run: Run, choose: (count: number) => number) {
    this.diagrams = diagrams;
    this.run = run;
    this.choose = choose;
    this.roots = Array.from({ length: letters });
  }

  /** Where a letter leads to from the members of a set; members that it does not move are left out. */
  image(letter: number, set: number): number {
    if (set === EMPTY) return EMPTY;
    const tree = this.roots[letter] ?? this.learn(letter, set);
    return this.imageBelow(tree, letter, set);
  }

  private imageBelow(tree: Tree, letter: number, set: number): number {
    const { diagrams } = this;
    if (isLeaf(tree)) return tree.taken ? diagrams.assign(set, tree.assignment) : EMPTY;
    const known = diagrams.cache.get(tree.id, set, IMAGE);
    if (known >= 0) return known;
    let image = EMPTY;
    for (const [below, part] of this.parts(tree, letter, set)) {
      image = diagrams.union(image, this.imageBelow(below, letter, part));
    }
    return diagrams.cache.put(tree.id, set, IMAGE, image);
  }

  /** Every leaf that has members in the set, with them. */
  *leavesOf(letter: number, set: number): Generator<readonly [Leaf, number]> {
    if (set !== EMPTY) yield* this.leavesBelow(this.roots[letter] ?? this.learn(letter, set), letter, set);
  }

  private *leavesBelow(tree: Tree, letter: number, set: number): Generator<readonly [Leaf, number]> {
    if (isLeaf(tree)) yield [tree, set];
    else for (const [below, part] of this.parts(tree, letter, set)) yield* this.leavesBelow(below, letter, part);
  }

  /** A set by the masks of a branch, which learns what they do not cover. */
  private *parts(branch: Branch, letter: number, set: number): Generator<readonly [Tree, number]> {
    const { diagrams } = this;
    const { level, masks, below } = branch;
    const occurring = diagrams.occurring(set, level);
    for (;;) {
      const left = occurring & ~branch.covered;
      if (left === 0) break;
      this.learn(letter, diagrams.restrict(set, level, left));
    }
    for (let each = 0; each < masks.length; each += 1) {
      const mask = masks[each] as number;
      if ((occurring & mask) === 0) continue;
      const part = (occurring & ~mask) === 0 ? set : diagrams.restrict(set, level, mask);
      yield [below[each] as Tree, part];
    }
  }

  /** Runs a letter on a member and puts its trace into the tree, whose root is returned. */
  private learn(letter: number, set: number): Tree {
    const member = this.diagrams.pick(set);
    this.runs += 1;
    const trace = this.run(letter, member);
    const root = this.put(letter, member, trace);
    this.check(letter, member, trace);
    return root;
  }

  private put(letter: number, member: Uint8Array, { reads, sets, taken, rule }: Trace): Tree {
    const leaf = (): Leaf => {
      this.leaves += 1;
      this.trees += 1;
      return { id: this.trees, letter, assignment: this.diagrams.assignment(sets), taken, rule };
    };
    const grow = (read: number): Tree => {
      if (read >= reads.length) return leaf();
      this.trees += 1;
      const id = this.trees;
      const mask = reads[read + 1] as number;
      return { id, level: reads[read] as number, masks: [mask], below: [grow(read + 2)], covered: mask };
    };
    const root = this.roots[letter];
    if (!root) {
      const grown = grow(0);
      this.roots[letter] = grown;
      return grown;
    }
    let tree: Tree = root;
    for (let read = 0; read < reads.length; read += 2) {
      if (isLeaf(tree) || tree.level !== reads[read]) throw this.unreported(letter);
      const state = 1 << (member[tree.level] as number);
      const edge = tree.masks.findIndex((mask) => (mask & state) !== 0);
      const mask = reads[read + 1] as number;
      if (edge < 0) {
        if (tree.covered & mask) throw this.unreported(letter);
        tree.masks.push(mask);
        tree.below.push(grow(read + 2));
        tree.covered |= mask;
        return root;
      }
      if (tree.masks[edge] !== mask) throw this.unreported(letter);
      tree = tree.below[edge] as Tree;
    }
    throw this.unreported(letter);
  }

  /** Any situation within the masks must read and write the same. */
  private check(letter: number, member: Uint8Array, trace: Trace): void {
    for (let check = 0; check < CHECKS; check += 1) {
      const masks = this.diagrams.widths.map((width) => (width === 32 ? -1 : (1 << width) - 1));
      for (let read = 0; read < trace.reads.length; read += 2)
        masks[trace.reads[read] as number] = trace.reads[read + 1] as number;
      const other = Uint8Array.from(member, (_, level) => {
        const states = statesIn(masks[level] as number);
        return states[this.choose(states.length)] as number;
      });
      if (!sameTrace(trace, this.run(letter, other))) throw this.unreported(letter);
    }
  }

  private unreported(letter: number): UnreportedRead {
    return new UnreportedRead(`Letter ${letter} did otherwise where it read the same: a read was not reported`);
  }
}

const sameTrace = (one: Trace, other: Trace): boolean =>
  one.taken === other.taken &&
  one.rule === other.rule &&
  one.reads.length === other.reads.length &&
  one.reads.every((read, index) => read === other.reads[index]) &&
  one.sets.every((state, level) => state === other.sets[level]);
