import type { Diagrams } from '../reach/diagram/diagrams.ts';
import { statesIn } from '../reach/diagram/masks.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';

/** The states that some levels must be in. */
export interface Constraint {
  readonly levels: readonly number[];
  /** Indexed by level. */
  readonly masks: ArrayLike<number>;
}

/**
 * The member of a set that meets the constraint and is most like another; undefined if there is none. No new set is
 * made for that.
 */
export function pickWithin(
  diagrams: Diagrams,
  set: number,
  { levels, masks }: Constraint,
  like: Uint8Array,
): Uint8Array | undefined {
  if (set === EMPTY) return undefined;
  const { widths } = diagrams;
  const standing = Uint8Array.from(like);
  for (const level of levels) {
    if (!inMask(masks[level] as number, like[level] as number)) {
      standing[level] = statesIn(masks[level] as number)[0] as number;
    }
  }
  // Usually nothing else has to differ.
  if (diagrams.has(set, standing)) return standing;
  const last = levels.at(-1) ?? -1;
  const may = (node: number, from: number): boolean => {
    for (const level of levels) {
      if (level >= from && (diagrams.occurring(node, level) & (masks[level] as number)) === 0) return false;
    }
    return true;
  };
  const dead = new Set<number>();
  const attempt = (node: number, level: number, state: number): boolean => {
    if (level <= last && !inMask(masks[level] as number, state)) return false;
    const below = diagrams.edge(node, state);
    if (below === EMPTY) return false;
    standing[level] = state;
    return down(below, level + 1);
  };
  const down = (node: number, level: number): boolean => {
    if (level === widths.length) return true;
    if (level <= last && (dead.has(node) || !may(node, level))) return false;
    const liked = like[level] as number;
    if (attempt(node, level, liked)) return true;
    for (let state = 0; state < (widths[level] as number); state += 1) {
      if (state !== liked && attempt(node, level, state)) return true;
    }
    dead.add(node);
    return false;
  };
  return may(set, 0) && down(set, 0) ? standing : undefined;
}

const inMask = (mask: number, state: number): boolean => (mask >>> state) % 2 === 1;
