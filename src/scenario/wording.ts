import { listed } from '../model/index.ts';
/** A word for output: truncated, and unable to garble a terminal. */
export const shown = (word: string): string => harmless(short(word, LONGEST));

/** A word as messages show it: the same in quotes. */
export const show = (word: string): string => `"${shown(word)}"`;

/** A sentence that may contain words of a user's file: on one line, and short enough to read. */
export const oneLine = (sentence: string): string => harmless(short(sentence, LONGEST_SENTENCE));

const short = (text: string, longest: number): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

/** The text with invisible and bidirectional characters escaped. */
export const harmless = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

/** The name of whatever was thrown, and the first line of its message. It may itself throw when it is read. */
export function errorWords(error: unknown): { readonly name: string; readonly message: string } {
  try {
    if (!(error instanceof Error)) return { name: 'it throws', message: show(String(error)) };
    return { name: String(error.name), message: String(error.message).split('\n', 1)[0] as string };
  } catch {
    return { name: 'it throws', message: 'what cannot be put in words' };
  }
}

/** `a`, `a or b`, `a, b or c`; for long lists only the number of words. */
export function choice(words: Iterable<string>, noun: string): string {
  const list = [...words];
  if (list.length > MOST) return `one of ${list.length} ${noun}`;
  return listed(list, 'or');
}

/** 1,234,567 */
export const amount = (number: number | string): string => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

const LONGEST = 60;
const LONGEST_SENTENCE = 1000;
const MOST = 16;

/** Control and format characters, lone surrogates, line separators, and every blank except the space. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;
