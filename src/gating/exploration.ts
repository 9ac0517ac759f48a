import type { Value } from '../model/index.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';
import { type GatingQuestion, type Inquiry, same, type UiOutcome } from './asking.ts';
import type { Reader } from './recording.ts';
import { MOST_LATE, type Tried } from './trials.ts';
import type { ViewSpace } from './view-space.ts';

/** What a UI does, and the situations in which it was seen to do it. */
export interface Decided {
  readonly outcome: UiOutcome;
  set: number;
}

/** How many leaves of a command are asked again, and how often: a random answer may be right by chance. */
const MOST_AGAIN = 200;
const AGAIN = 3;
/** After this many leaves, a tree that has decided hardly anything is given up. */
const FIRST_LEAVES = 300;
const HARDLY = 100n;

/** One path of the tree: what was read of the view, and the situations that agree with that. */
interface Reads {
  readonly cell: number;
  readonly standing: Uint8Array;
  readonly list: (readonly [name: string, values: readonly Value[], holds: boolean])[];
  /** The outcome, if it is asked for again. */
  first: UiOutcome | undefined;
  /** How often it was asked for. */
  readonly times: number;
}

/**
 * The decision tree of a predicate for a command. The answer can depend only on what the predicate reads of the view. It
 * is asked in one situation; the situations are then split by each read in turn, until only those are left that it cannot
 * distinguish from that one. The other parts are treated in the same way, largest first. So it is asked once for each
 * path, and its answer is known in every situation.
 */
export class Exploration implements Inquiry {
  readonly command: string;
  /** Keyed by what the UI does. */
  readonly decided = new Map<string, Decided>();
  leaves = 0;
  /** Whether it read the view's entity. */
  readsId = false;
  private readonly space: ViewSpace;
  private readonly cells: CellQueue;
  private readonly most: number;
  private readonly asked = new Map<GatingQuestion, Reads>();
  private readonly again: Reads[] = [];
  private late = 0;
  private gaveUp = false;

  constructor(command: string, space: ViewSpace, most: number) {
    this.command = command;
    this.space = space;
    this.most = most;
    this.cells = new CellQueue(space);
    this.cells.add(space.set);
  }

  /** Whether it is known in every situation what the UI does. */
  get whole(): boolean {
    return !this.gaveUp && !this.stopped && this.cells.empty && this.asked.size === 0 && this.again.length === 0;
  }

  /** Whether it answered too late too often. */
  get stopped(): boolean {
    return this.late >= MOST_LATE;
  }

  /** All situations in which it is known what the UI does. */
  get covered(): number {
    const { diagrams } = this.space.query.reachable;
    return [...this.decided.values()].reduce((all, { set }) => diagrams.union(all, set), EMPTY);
  }

  /** What the UI does in a situation; undefined if that is not known. */
  outcomeIn({ standing }: Tried): UiOutcome | undefined {
    const { diagrams } = this.space.query.reachable;
    return [...this.decided.values()].find(({ set }) => diagrams.has(set, standing))?.outcome;
  }

  next(): GatingQuestion | undefined {
    const { command, space } = this;
    const again = this.again.pop();
    if (again) return this.put(again, { command, view: space.viewAt(again.standing) });
    if (this.gaveUp) return undefined;
    const cell = this.cells.take();
    if (cell === undefined) return undefined;
    const reads: Reads = { cell, standing: space.pick(cell), list: [], first: undefined, times: 0 };
    const reader: Reader = (...read) => reads.list.push(read);
    return this.put(reads, { command, view: space.viewAt(reads.standing), reader });
  }

  private put(reads: Reads, question: GatingQuestion): GatingQuestion {
    this.asked.set(question, reads);
    return question;
  }

  take(outcome: UiOutcome, question: GatingQuestion): void {
    const reads = this.asked.get(question) as Reads;
    const { cell, list, first, times } = reads;
    this.asked.delete(question);
    if (first) {
      if (!same(first, outcome)) this.add(UNSTABLE, cell);
      else if (times < AGAIN) this.again.push({ ...reads, times: times + 1 });
      else this.add(first, cell);
      return;
    }
    if ('fault' in outcome && outcome.fault === 'timed-out') this.late += 1;
    const left = this.parted(cell, list);
    // What it did not read cannot change its answer: it is asked again where as much as possible differs.
    if (this.leaves + this.again.length < MOST_AGAIN && !('fault' in outcome)) {
      this.again.push({ cell: left, standing: this.space.another(left), list: [], first: outcome, times: 1 });
    } else this.add(outcome, left);
  }

  /** The situations that agree in everything that was read; the others are queued. */
  private parted(cell: number, list: Reads['list']): number {
    let left = cell;
    for (const [name, values, holds] of list) {
      this.readsId ||= name === 'entity';
      if (!this.space.names.includes(name)) continue;
      const [fit, rest] = this.space.parted(name, values, left);
      left = holds ? fit : rest;
      this.cells.add(holds ? rest : fit);
    }
    return left;
  }

  private add(outcome: UiOutcome, set: number): void {
    const { diagrams } = this.space.query.reachable;
    const key = keyOf(outcome);
    const known = this.decided.get(key);
    if (known) known.set = diagrams.union(known.set, set);
    else this.decided.set(key, { outcome, set });
    this.leaves += 1;
    if (this.leaves >= this.most) this.gaveUp ||= !this.cells.empty;
    else if (this.leaves === FIRST_LEAVES) {
      const { space } = this;
      this.gaveUp = space.count(this.covered) * HARDLY < space.count(space.set);
    }
  }
}

/** A queue of sets of situations, largest first, to within a factor of two. */
class CellQueue {
  private readonly space: ViewSpace;
  /** Indexed by the binary logarithm of their size. */
  private readonly lists: number[][] = [];

  constructor(space: ViewSpace) {
    this.space = space;
  }

  get empty(): boolean {
    return !this.lists.some((list) => list?.length);
  }

  add(set: number): void {
    if (set === EMPTY) return;
    const size = this.space.count(set).toString(2).length;
    const list = this.lists[size] ?? [];
    this.lists[size] = list;
    list.push(set);
  }

  take(): number | undefined {
    return this.lists.findLast((list) => list?.length)?.pop();
  }
}

export const UNSTABLE: UiOutcome = {
  fault: 'unstable',
  says: 'answered otherwise when it was asked again, though all that it had read was the same',
};

const keyOf = (outcome: UiOutcome): string =>
  'fault' in outcome
    ? `fault ${outcome.fault}`
    : `${outcome.enabled} ${outcome.silent} ${JSON.stringify(outcome.code)}`;
