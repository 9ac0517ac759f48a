import { type Code, isPhase, type System } from '../model/index.ts';
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

/** A phase has statuses, any other region states. */
export const stateWord = (region: string): string => (isPhase(region) ? 'status' : 'state');

/** Reports a word that is not one of those known: a list of words, or an object whose keys they are. */
export function checkKnown(
  report: Tell,
  path: PartPath,
  what: string,
  word: string,
  known: Iterable<string> | object,
): void {
  const words = new Set<string>(Symbol.iterator in known ? known : Object.keys(known));
  if (!words.has(word)) report(path, none(what, word, words));
}

/** Reports a code that is in no row of the catalogue. */
export function checkCode(report: Tell, path: PartPath, code: Code, { codes }: Pick<System, 'codes'>): void {
  if (codes.some((row) => row.code === code)) return;
  const known = codes.map((row) => String(row.code));
  report(path, none('code', String(code), known));
}

/** `no status SUCEEDED; did you mean SUCCEEDED?` */
export function none(what: string, word: string, known: Iterable<string>): string {
  const words = [...new Set(known)];
  const near = nearest(word, words);
  if (near !== undefined) return `no ${what} ${word}; did you mean ${near}?`;
  return words.length === 0
    ? `no ${what} ${word}; there is none`
    : `no ${what} ${word}; it is ${choice(words, 'known')}`;
}
