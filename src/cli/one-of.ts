import { unknown } from '../scenario/complaint.ts';

/** The word, which must be one of the known ones. Otherwise throws a Complaint that lists them. */
export function oneOf<Word extends string>(
  what: string,
  word: string,
  known: readonly Word[],
  next = `it is one of ${known.join(', ')}`,
): Word {
  const found = known.find((each) => each === word);
  if (found === undefined) throw unknown(what, word, known, next);
  return found;
}
