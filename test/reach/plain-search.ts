import type { ClosedWorld } from '../../src/space/closed-world.ts';
import type { Letter } from '../../src/space/letters.ts';

/** What plain breadth-first search finds. */
export interface Found {
  /** Every situation, with its distance from the beginning in letters. */
  readonly distances: ReadonlyMap<string, number>;
  /** The number of situations in which each letter is taken, and in which each rule decides it. */
  readonly met: ReadonlyMap<string, number>;
}

/**
 * Plain breadth-first search of a model: a queue, a set of what was seen, and every letter tried in every situation. It
 * knows nothing of diagrams, reads or trees. A `free` letter is no step, and adds nothing to the distance.
 */
export function plainSearch({ members, letters, take }: Model, free: (letter: Letter) => boolean): Found {
  const distances = new Map<string, number>();
  const met = new Map<string, number>();
  const standing = (): string => members.map(({ at }) => at.join()).join(' ');
  const after = (from: string, letter: Letter): { to: string; result: ReturnType<Model['take']> } => {
    for (const [index, at] of from.split(' ').entries()) members[index]?.at.set(at.split(',').map(Number));
    return { result: take(letter), to: standing() };
  };
  for (let ring = [standing()], distance = 0; ring.length > 0; distance += 1) {
    ring = [...new Set(ring)].filter((each) => !distances.has(each));
    for (const each of ring) distances.set(each, distance);
    for (const from of ring) {
      for (const letter of letters.filter(free)) {
        const { to } = after(from, letter);
        if (distances.has(to)) continue;
        distances.set(to, distance);
        ring.push(to);
      }
    }
    const next: string[] = [];
    for (const from of ring) {
      for (const [number, letter] of letters.entries()) {
        const { to, result } = after(from, letter);
        const key = `${number} ${result.taken} ${result.rule?.gate}`;
        met.set(key, (met.get(key) ?? 0) + 1);
        if (!distances.has(to)) next.push(to);
      }
    }
    ring = next;
  }
  return { distances, met };
}

type Model = Pick<ClosedWorld, 'members' | 'letters'> & { take(letter: Letter): ReturnType<ClosedWorld['take']> };
