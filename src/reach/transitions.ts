import type { LetterResult } from '../space/closed-world.ts';
import { type Diagrams, EMPTY } from './diagram/diagrams.ts';
import { isLeaf, type Relation, type Tree, type TreeLeaf } from './relation.ts';

/** An operation of the cache; below 16 those of the diagrams. */
const IMAGE = 8;

/** What letters do to sets of situations. */
export class Transitions {
  readonly relation: Relation<LetterResult>;
  private readonly diagrams: Diagrams;
  private readonly learned = new Map<number, number>();

  constructor(relation: Relation<LetterResult>) {
    this.relation = relation;
    this.diagrams = relation.diagrams;
  }

  /** Where a letter leads to from the members of a set; those that it does not reach are left out. */
  image(letter: number, set: number): number {
    const root = this.relation.root(letter, set);
    return root ? this.imageBelow(root, letter, set) : EMPTY;
  }

  /** Learns all that a letter does in a set. */
  learn(letter: number, set: number): void {
    if (this.learned.get(letter) === set) return;
    for (const _ of this.relation.leavesOf(letter, set));
    this.learned.set(letter, set);
  }

  /** From where a letter leads into the set, of what was learned of it. */
  preimage(letter: number, set: number): number {
    const { diagrams } = this;
    if (set === EMPTY) return EMPTY;
    const occurring = diagrams.widths.map((_, level) => diagrams.occurring(set, level));
    let from = EMPTY;
    for (const leaf of this.relation.known(letter)) {
      if (!leaf.result.taken || !leadsInto(leaf, occurring)) continue;
      from = diagrams.union(from, diagrams.undo(set, leaf.sets, leaf.masks));
    }
    return from;
  }

  private imageBelow(tree: Tree<LetterResult>, letter: number, set: number): number {
    const { diagrams } = this;
    if (isLeaf(tree)) return tree.result.taken ? diagrams.assign(set, diagrams.assignment(tree.sets)) : EMPTY;
    const known = diagrams.cache.get(tree.id, set, IMAGE);
    if (known >= 0) return known;
    let image = EMPTY;
    for (const [below, part] of this.relation.parts(tree, letter, set)) {
      image = diagrams.union(image, this.imageBelow(below, letter, part));
    }
    return diagrams.cache.put(tree.id, set, IMAGE, image);
  }
}

function leadsInto({ sets, masks }: TreeLeaf<LetterResult>, occurring: readonly number[]): boolean {
  for (let level = 0; level < masks.length; level += 1) {
    const state = sets[level] as number;
    if ((state < 0 ? (masks[level] as number) : 1 << state) & (occurring[level] as number)) continue;
    return false;
  }
  return true;
}
