import { nearest } from '../model/near.ts';
import { choice } from '../scenario/wording.ts';

/** The path of a part of a definition: the keys that lead to it. */
export type PartPath = readonly (string | number)[];

/** Reports what is wrong with a part. */
export type Tell = (path: PartPath, says: string) => void;

/** `entities.task.rules["scan.start"][0].when` */
export const written = (path: PartPath): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${key}]` : keyed(key, index === 0))).join('');

const keyed = (key: string, first: boolean): string =>
  /^[\w$-]+$/.test(key) ? `${first ? '' : '.'}${key}` : `[${JSON.stringify(key)}]`;

/** `no status SUCEEDED; did you mean SUCCEEDED?` */
export function none(what: string, word: string, known: Iterable<string>): string {
  const words = [...new Set(known)];
  const near = nearest(word, words);
  if (near !== undefined) return `no ${what} ${word}; did you mean ${near}?`;
  return words.length === 0
    ? `no ${what} ${word}; there is none`
    : `no ${what} ${word}; it is ${choice(words, 'known')}`;
}
