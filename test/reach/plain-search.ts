import type { ClosedWorld } from '../../src/space/closed-world.ts';
import type { Letter } from '../../src/space/letters.ts';

/** What plain breadth-first search finds: every situation as text, how far it is, and what every letter met there. */
export interface Found {
  readonly distances: ReadonlyMap<string, number>;
  /** `letter rule` for each answer, with the situations in which it is given. */
  readonly answers: ReadonlyMap<string, number>;
  readonly transitions: number;
}

/**
 * Plain breadth-first search of a model: a queue, a set of what was seen, and every letter tried in every situation. It
 * knows nothing of diagrams, reads or trees. A letter that `free` names is no step.
 */
export function plainSearch(closed: ClosedWorld, free: (letter: Letter) => boolean = () => false): Found {
  const { members, letters } = closed;
  const standing = (): string => members.map(({ at }) => at.join()).join('|');
  const distances = new Map([[standing(), 0]]);
  const answers = new Map<string, number>();
  let transitions = 0;
  for (let ring = [standing()], distance = 0; ring.length > 0; distance += 1) {
    const next: string[] = [];
    for (const from of ring) {
      for (const [number, letter] of letters.entries()) {
        from.split('|').forEach((at, member) => members[member]?.at.set(at.split(',').map(Number)));
        const { taken, rule } = closed.take(letter);
        if (rule) answers.set(`${number} ${rule.gate}`, (answers.get(`${number} ${rule.gate}`) ?? 0) + 1);
        if (taken) transitions += 1;
        const to = standing();
        if (distances.has(to)) continue;
        // What a change of a fact leads to is as near as where it came from.
        distances.set(to, free(letter) ? distance : distance + 1);
        if (free(letter)) ring.push(to);
        else next.push(to);
      }
    }
    ring = next;
  }
  return { distances, answers, transitions };
}
