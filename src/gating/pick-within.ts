import { type Diagrams, EMPTY } from '../reach/diagram/diagrams.ts';

/**
 * A member of a set that has one of the masked states at each level, as like another as may be; undefined where there is
 * none. No new set is made for that.
 */
export function pickWithin(
  diagrams: Diagrams,
  set: number,
  masks: ArrayLike<number>,
  like: Uint8Array,
): Uint8Array | undefined {
  const { widths } = diagrams;
  const asked = widths.flatMap((width, level) => ((masks[level] as number) === allOf(width) ? [] : [level]));
  const last = asked.at(-1) ?? -1;
  const may = (node: number, from: number): boolean => {
    for (const level of asked) {
      if (level >= from && (diagrams.occurring(node, level) & (masks[level] as number)) === 0) return false;
    }
    return true;
  };
  const dead = new Set<number>();
  const standing = new Uint8Array(widths.length);
  const attempt = (node: number, level: number, state: number): boolean => {
    if (((masks[level] as number) >>> state) % 2 === 0) return false;
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
  return set !== EMPTY && may(set, 0) && down(set, 0) ? standing : undefined;
}

const allOf = (width: number): number => (width === 32 ? -1 : (1 << width) - 1);
