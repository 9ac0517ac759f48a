import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, if one is close: at most a third of the letters differ, or two letters are
 * swapped. Otherwise the only candidate that the word is a prefix of. Ignores case.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > LONGEST) return undefined;
  const start = word.toLowerCase();
  const longer: string[] = [];
  let least = Math.min(Math.max(1, Math.floor(word.length / 3)), word.length - 1) + 1;
  let best: string | undefined;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (other.startsWith(start)) longer.push(candidate);
    const apart = steps(start, other);
    if (apart >= least) continue;
    least = apart;
    best = candidate;
  }
  if (best !== undefined || word.length < SHORTEST_START) return best;
  return longer.length === 1 ? longer[0] : undefined;
}

/** Nobody mistypes a longer word, and comparing it is slow. */
const LONGEST = 60;

/** A shorter prefix says too little. */
const SHORTEST_START = 3;

/** How many letters differ. Two swapped letters are one mistake, which the distance counts as two. */
function steps(word: string, other: string): number {
  const apart = distance(word, other);
  return apart === 2 && sorted(word) === sorted(other) ? 1 : apart;
}

const sorted = (word: string): string => [...word].sort().join('');
