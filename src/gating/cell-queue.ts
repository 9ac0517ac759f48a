import { EMPTY } from '../reach/diagram/nodes.ts';
import type { ViewSpace } from './view-space.ts';

/** A queue of sets of situations, largest first, to within a factor of two. */
export class CellQueue {
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
