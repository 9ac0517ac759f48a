import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, if one is close: at most a third of the letters differ, or two letters are
 * swapped. Ignores case.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  let least = Math.min(Math.max(1, Math.floor(word.length / 3)), word.length - 1) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    const apart = steps(word.toLowerCase(), candidate.toLowerCase());
    if (apart >= least) continue;
    least = apart;
    best = candidate;
  }
  return best;
}

/** Nobody mistypes a longer word, and comparing it is slow. */
const LONGEST = 60;

/** How many letters differ. Two swapped letters are one mistake, which the distance counts as two. */
function steps(word: string, other: string): number {
  const apart = distance(word, other);
  return apart === 2 && sorted(word) === sorted(other) ? 1 : apart;
}

const sorted = (word: string): string => [...word].sort().join('');
