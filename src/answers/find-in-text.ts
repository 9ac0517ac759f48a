import type { CodeRow, Outline } from '../model/index.ts';
import { type CommandFound, type Found, plainWord, type StatusFound, statusesOf } from './find.ts';

/** The codes, names and statuses in a text, each once, by system. */
export function findInText<Lookup extends { readonly outline: Outline }>(
  lookups: readonly Lookup[],
  text: string,
): { lookup: Lookup; found: Found }[] {
  return lookups
    .map((lookup) => ({ lookup, found: within(lookup.outline, text) }))
    .filter(({ found: { rows, statuses } }) => rows.length + statuses.length > 0);
}

/** In the order of the text. */
function within(system: Outline, text: string): Found {
  const rows = new Map<CodeRow, number>();
  const statuses = new Map<StatusFound, number>();
  const words = wordsOf(text);
  const flat = ` ${plainWord(text)} `;
  for (const row of system.codes) {
    const names = [row.name, ...(row.also ?? []).map(({ name }) => name)];
    const found = names.map((name) => (SIGN.test(name) ? placeOf(flat, plainWord(name)) : placeOfWord(text, name)));
    const places = [numberIn(words, row), ...found].filter((place) => place >= 0);
    if (places.length > 0) rows.set(row, Math.min(...places));
  }
  for (const status of statusesOf(system)) {
    const name = plainWord(`${status.phase}:${status.status}`);
    const places = [placeOf(flat, name), placeOf(flat, name.replace(':', ' '))].filter((place) => place >= 0);
    if (places.length > 0) statuses.set(status, Math.min(...places));
  }
  const commands: CommandFound[] = [];
  return { rows: inOrder(rows), statuses: inOrder(statuses), commands };
}

const inOrder = <One>(places: ReadonlyMap<One, number>): One[] =>
  [...places].sort(([, a], [, b]) => a - b).map(([one]) => one);

/** Numbers that may be codes: not those in a date, a time, an address or a size. */
function wordsOf(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const match of text.matchAll(/(?<![\w.:/+-])\d{1,5}(?![\w:/]|[.,-]\d)/g)) {
    if (!found.has(match[0])) found.set(match[0], match.index);
  }
  return found;
}

const numberIn = (numbers: ReadonlyMap<string, number>, { code }: CodeRow): number => numbers.get(String(code)) ?? -1;

/** A name with one of these cannot be a word of prose. */
const SIGN = /[_:]|\w \w/;

/** A name that is one word is matched with its case, and only if it cannot be prose: `AuthFail`, not `Service` or `OK`. */
const placeOfWord = (text: string, name: string): number =>
  name.length >= SHORTEST && /[A-Z].*[A-Z]/.test(name) ? placeOf(text, name) : -1;

const SHORTEST = 5;

/** The index of a name in a text as a whole word, or -1. */
function placeOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')) return at;
  }
  return -1;
}
