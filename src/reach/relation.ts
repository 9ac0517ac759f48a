import type { Diagrams } from './diagram/diagrams.ts';
import { allStates, statesIn } from './diagram/masks.ts';
import { EMPTY } from './diagram/nodes.ts';

/** What one run of the engine read, wrote and returned. */
export interface Trace<Result> {
  /** Levels and masks alternating, in the order of reading. Any state in a mask leads to the same result. */
  readonly reads: readonly number[];
  /** The state that each level was set to; -1 if it was not set. */
  readonly sets: Int8Array;
  readonly result: Result;
}

/** Branches by the state of a level; each edge is a mask of states. */
interface Branch<Result> {
  readonly id: number;
  readonly level: number;
  readonly masks: number[];
  readonly below: Tree<Result>[];
  /** The union of the masks. */
  covered: number;
}

/** The result for every situation within the masks. */
export interface TreeLeaf<Result> {
  readonly id: number;
  readonly masks: Int32Array;
  readonly sets: Int8Array;
  readonly result: Result;
}

export type Tree<Result> = Branch<Result> | TreeLeaf<Result>;

export const isLeaf = <Result>(tree: Tree<Result>): tree is TreeLeaf<Result> => 'sets' in tree;

/** Each new leaf is checked on this many other situations within its masks. */
const CHECKS = 2;

/** The engine read the same in two situations and behaved differently. */
export class UnreportedRead extends Error {}

/**
 * Results of questions to the engine, learned on demand: each question has a decision tree over the masks that the engine
 * reads. If a tree does not cover a set, the engine runs on one of the uncovered members.
 */
export class Relation<Result> {
  readonly diagrams: Diagrams;
  /** Runs of the engine, not counting checks. */
  runs = 0;
  private readonly roots: (Tree<Result> | undefined)[] = [];
  private readonly run: (question: number, standing: Uint8Array) => Trace<Result>;
  private readonly choose: (count: number) => number;
  private readonly every: readonly number[];
  private trees = 0;

  constructor(
    diagrams: Diagrams,
    run: (question: number, standing: Uint8Array) => Trace<Result>,
    choose: (count: number) => number,
  ) {
    this.diagrams = diagrams;
    this.run = run;
    this.choose = choose;
    this.every = diagrams.widths.map((width) => allStates(width));
  }

  /** The tree of a question. If it has none yet, it is learned from a member of the set. */
  root(question: number, set: number): Tree<Result> | undefined {
    return this.roots[question] ?? (set === EMPTY ? undefined : this.learn(question, set));
  }

  /** The leaves that have members in the set, each with these members. */
  *leavesOf(question: number, set: number): Generator<readonly [TreeLeaf<Result>, number]> {
    const root = this.root(question, set);
    if (root && set !== EMPTY) yield* this.leavesBelow(root, question, set);
  }

  /** Partitions a set by result. */
  split(question: number, set: number): Map<Result, number> {
    const parts = new Map<Result, number>();
    for (const [{ result }, part] of this.leavesOf(question, set)) {
      parts.set(result, this.diagrams.union(parts.get(result) ?? EMPTY, part));
    }
    return parts;
  }

  /** Every learned leaf. */
  *known(question: number): Generator<TreeLeaf<Result>> {
    const root = this.roots[question];
    const open = root ? [root] : [];
    for (let tree = open.pop(); tree; tree = open.pop()) {
      if (isLeaf(tree)) yield tree;
      else open.push(...tree.below);
    }
  }

  /** Splits a set by the masks of a branch, after learning what they do not cover. */
  *parts(branch: Branch<Result>, question: number, set: number): Generator<readonly [Tree<Result>, number]> {
    const { diagrams } = this;
    const { level, masks, below } = branch;
    const occurring = diagrams.occurring(set, level);
    for (;;) {
      const left = occurring & ~branch.covered;
      if (left === 0) break;
      this.learn(question, diagrams.restrict(set, level, left));
    }
    for (let each = 0; each < masks.length; each += 1) {
      const mask = masks[each] as number;
      if ((occurring & mask) === 0) continue;
      const part = (occurring & ~mask) === 0 ? set : diagrams.restrict(set, level, mask);
      yield [below[each] as Tree<Result>, part];
    }
  }

  private *leavesBelow(
    tree: Tree<Result>,
    question: number,
    set: number,
  ): Generator<readonly [TreeLeaf<Result>, number]> {
    if (isLeaf(tree)) yield [tree, set];
    else for (const [below, part] of this.parts(tree, question, set)) yield* this.leavesBelow(below, question, part);
  }

  /** Runs a question on a member, adds its trace to the tree, and returns the root. */
  private learn(question: number, set: number): Tree<Result> {
    const member = this.diagrams.pick(set);
    this.runs += 1;
    const trace = this.run(question, member);
    const masks = Int32Array.from(this.every);
    for (let read = 0; read < trace.reads.length; read += 2) {
      masks[trace.reads[read] as number] = trace.reads[read + 1] as number;
    }
    this.check(question, masks, trace);
    return this.put(question, member, masks, trace);
  }

  private put(
    question: number,
    member: Uint8Array,
    masks: Int32Array,
    { reads, sets, result }: Trace<Result>,
  ): Tree<Result> {
    const grow = (read: number): Tree<Result> => {
      this.trees += 1;
      const id = this.trees;
      if (read >= reads.length) return { id, masks, sets, result };
      const mask = reads[read + 1] as number;
      return { id, level: reads[read] as number, masks: [mask], below: [grow(read + 2)], covered: mask };
    };
    const root = this.roots[question];
    if (!root) {
      const grown = grow(0);
      this.roots[question] = grown;
      return grown;
    }
    let tree: Tree<Result> = root;
    for (let read = 0; read < reads.length; read += 2) {
      if (isLeaf(tree) || tree.level !== reads[read]) throw unreported(question);
      const state = 1 << (member[tree.level] as number);
      const edge = tree.masks.findIndex((mask) => (mask & state) !== 0);
      const mask = reads[read + 1] as number;
      if (edge < 0) {
        if (tree.covered & mask) throw unreported(question);
        tree.masks.push(mask);
        tree.below.push(grow(read + 2));
        tree.covered |= mask;
        return root;
      }
      if (tree.masks[edge] !== mask) throw unreported(question);
      tree = tree.below[edge] as Tree<Result>;
    }
    throw unreported(question);
  }

  /** Situations within the masks must give the same trace. */
  private check(question: number, masks: Int32Array, trace: Trace<Result>): void {
    for (let check = 0; check < CHECKS; check += 1) {
      const other = Uint8Array.from(masks, (mask) => {
        const states = statesIn(mask);
        return states[this.choose(states.length)] as number;
      });
      if (!isSame(trace, this.run(question, other))) throw unreported(question);
    }
  }
}

const unreported = (question: number): UnreportedRead =>
  new UnreportedRead(`question ${question} did otherwise where it read the same: a read was not reported`);

const isSame = <Result>(one: Trace<Result>, other: Trace<Result>): boolean =>
  one.reads.length === other.reads.length &&
  one.reads.every((read, index) => read === other.reads[index]) &&
  one.sets.every((state, level) => state === other.sets[level]) &&
  JSON.stringify(one.result) === JSON.stringify(other.result);
