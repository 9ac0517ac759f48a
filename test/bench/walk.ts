import type { Stepper } from '../../src/index.ts';
import { mulberry } from '../../src/laws/walk.ts';
import type { Letter } from '../../src/space/letters.ts';

/** How many letters are drawn at most in search of one that has an effect. */
const TRIES = 6;

/**
 * A random walk, as letters. Most have an effect; some are refused or ignored. It never enters situations without a way
 * back, such as a deleted job, so its end is like its beginning. It takes no letter that would leave the space. The
 * opening comes first.
 */
export function walkOf(
  stepper: Stepper,
  opening: readonly number[],
  length: number,
  usable: (letter: Letter) => boolean,
  seed = 1,
): Uint8Array {
  const { letters, nodes, cells, entries, stride } = stepper.tables;
  const allowed = [...stepper.letters.keys()].filter((letter) => usable(stepper.letters[letter] as Letter));
  const entryAt = (base: number, letter: number): number => (cells[base + letter] as number) * stride;
  const outside = stepper.answers.map(({ outcome }) => outcome === 'outside');
  const idle = stepper.answers.map(({ outcome }) => outcome === 'rejected' || outcome === 'ignored');
  const first = opening.reduce((at, letter) => entries[entryAt(at, letter)] as number, 0);
  const back = leadingTo(
    first,
    allowed,
    nodes * letters,
    letters,
    (base, letter) => entries[entryAt(base, letter)] as number,
  );
  const chance = mulberry(seed);
  const walk = new Uint8Array(length);
  walk.set(opening);
  let base = first;
  for (let step = opening.length; step < length; step += 1) {
    let letter = 0;
    for (let tries = 0; ; ) {
      letter = allowed[Math.floor(chance() * allowed.length)] as number;
      const entry = entryAt(base, letter);
      const answer = entries[entry + 1] as number;
      if (outside[answer] || !back.has(entries[entry] as number)) continue;
      tries += 1;
      if (!idle[answer] || tries >= TRIES) break;
    }
    walk[step] = letter;
    base = entries[entryAt(base, letter)] as number;
  }
  return walk;
}

/** The nodes, by their bases, from which a walk can reach this one. */
function leadingTo(
  target: number,
  allowed: readonly number[],
  end: number,
  size: number,
  next: (base: number, letter: number) => number,
): Set<number> {
  const before = new Map<number, Set<number>>();
  for (let base = 0; base < end; base += size) {
    for (const letter of allowed) {
      const to = next(base, letter);
      before.set(to, (before.get(to) ?? new Set()).add(base));
    }
  }
  const found = new Set([target]);
  for (const base of found) for (const other of before.get(base) ?? []) found.add(other);
  return found;
}
