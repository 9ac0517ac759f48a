import type { LetterResult } from '../space/closed-world.ts';
import type { Diagrams } from './diagram/diagrams.ts';
import { allStates } from './diagram/masks.ts';
import { EMPTY } from './diagram/nodes.ts';
import { isLeaf, type Relation, type Tree, type TreeLeaf } from './relation.ts';

/** The number of this operation in the cache. The diagrams use other numbers. */
const IMAGE = 8;

/** The effect of letters on sets of situations. */
export class Transitions {
  readonly relation: Relation<LetterResult>;
  private readonly diagrams: Diagrams;
  private readonly learned = new Map<number, number>();
  /** By letter; stale once the relation has learned more. */
  private readonly known = new Map<number, { readonly runs: number; readonly taken: readonly Taken[] }>();

  constructor(relation: Relation<LetterResult>) {
    this.relation = relation;
    this.diagrams = relation.diagrams;
  }

  /** The image of a set under a letter. Members in which the letter is not taken have no successor. */
  image(letter: number, set: number): number {
    const root = this.relation.root(letter, set);
    return root ? this.imageBelow(root, letter, set) : EMPTY;
  }

  /** Learns the effect of a letter on every member of a set. */
  learn(letter: number, set: number): void {
    if (this.learned.get(letter) === set) return;
    for (const _ of this.relation.leavesOf(letter, set));
    this.learned.set(letter, set);
  }

  /** The preimage of a set under a letter, as far as the letter is learned. */
  preimage(letter: number, set: number): number {
    const { diagrams } = this;
    if (set === EMPTY) return EMPTY;
    const occurring = diagrams.widths.map((_, level) => diagrams.occurring(set, level));
    let from = EMPTY;
    for (const { leaf, ends } of this.taken(letter)) {
      if (ends.some(([level, mask]) => (mask & (occurring[level] as number)) === 0)) continue;
      from = diagrams.union(from, diagrams.undo(set, leaf.sets, leaf.masks));
    }
    return from;
  }

  /** The learned leaves at which a letter is taken. */
  private taken(letter: number): readonly Taken[] {
    const { relation } = this;
    const known = this.known.get(letter);
    if (known && known.runs === relation.runs) return known.taken;
    const leaves = [...relation.known(letter)].filter(({ result }) => result.taken);
    const taken = leaves.map((leaf) => ({ leaf, ends: endsOf(leaf, this.diagrams.widths) }));
    this.known.set(letter, { runs: relation.runs, taken });
    return taken;
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

/** A leaf at which a letter is taken, with the states that levels can have afterwards, where these are restricted. */
interface Taken {
  readonly leaf: TreeLeaf<LetterResult>;
  readonly ends: readonly (readonly [level: number, mask: number])[];
}

function endsOf({ sets, masks }: TreeLeaf<LetterResult>, widths: readonly number[]): Taken['ends'] {
  return widths.flatMap((width, level) => {
    const state = sets[level] as number;
    const mask = state < 0 ? (masks[level] as number) : 1 << state;
    return mask === allStates(width) ? [] : [[level, mask] as const];
  });
}
