import type { Tables } from './tables.ts';

/**
 * A situation of a space as one number: equal situations have equal numbers. Only the stepper that returned it can read
 * it.
 */
export type Situation = number;

/** The factors in that number: of its node's base, and of the second of its two words. Three would not fit. */
interface Numbering {
  readonly scale: number;
  readonly base: number;
}

/** The result of many steps. */
export interface Replayed {
  readonly situation: Situation;
  /** How often each of `answers` was given. */
  readonly counts: Float64Array;
}

type Letters = Uint8Array | Uint16Array;

/** Takes letters one after another, and counts their answers. */
export function replayed(
  tables: Tables,
  numbering: Numbering,
  answers: number,
  letters: Letters,
  from: Situation,
): Replayed {
  const { words, letters: size } = tables;
  // By index, which is several times faster than by iteration.
  for (let place = 0; place < letters.length; place += 1) {
    if ((letters[place] as number) >= size) throw new RangeError(`there is no letter ${letters[place]} at ${place}`);
  }
  const totals = new Float64Array(answers);
  const walk = words < 2 ? walkOne : walkTwo;
  let situation = from;
  // A 32-bit count must not overflow.
  for (let at = 0; at < letters.length; at += PART) {
    const counts = new Uint32Array(answers);
    situation = walk(tables, numbering, letters.subarray(at, at + PART), situation, counts);
    counts.forEach((count, answer) => {
      totals[answer] = (totals[answer] as number) + count;
    });
  }
  return { situation, counts: totals };
}

/** The number of letters counted before the counts are added up. */
const PART = 1 << 30;

/** With one word at most. */
function walkOne(
  { cells, entries, stride, words }: Tables,
  { scale }: Numbering,
  letters: Letters,
  from: Situation,
  counts: Uint32Array,
): Situation {
  let base = Math.floor(from / scale);
  let word = from - base * scale;
  for (let at = 0; at < letters.length; at += 1) {
    const entry = (cells[base + (letters[at] as number)] as number) * stride;
    const answer = entries[entry + 1] as number;
    base = entries[entry] as number;
    if (words === 1) word = (word & (entries[entry + 2] as number)) | (entries[entry + 3] as number);
    counts[answer] = (counts[answer] as number) + 1;
  }
  return base * scale + word;
}

function walkTwo(
  { cells, entries, stride }: Tables,
  numbering: Numbering,
  letters: Letters,
  from: Situation,
  counts: Uint32Array,
): Situation {
  let base = Math.floor(from / numbering.scale);
  const rest = from - base * numbering.scale;
  let second = Math.floor(rest / numbering.base);
  let first = rest - second * numbering.base;
  for (let at = 0; at < letters.length; at += 1) {
    const entry = (cells[base + (letters[at] as number)] as number) * stride;
    const answer = entries[entry + 1] as number;
    base = entries[entry] as number;
    first = (first & (entries[entry + 2] as number)) | (entries[entry + 3] as number);
    second = (second & (entries[entry + 4] as number)) | (entries[entry + 5] as number);
    counts[answer] = (counts[answer] as number) + 1;
  }
  return base * numbering.scale + second * numbering.base + first;
}
