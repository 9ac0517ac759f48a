import type { Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';

/** §1: the values that parameters may have. */

export type Form = (value: string) => boolean;

export const text: Form = (value) => value !== '';
export const number: Form = (value) => /^[0-9]{1,15}$/.test(value);
export const flag: Form = (value) => value === 'yes' || value === 'no';
export const id: Form = (value) => /^[A-Za-z0-9_.-]+$/.test(value);
// open: a span may be as long as it likes
export const span: Form = (value) => /^[0-9]+[smhd]?$/.test(value);

export const oneOf =
  (...words: string[]): Form =>
  (value) =>
    words.includes(value);

// open: a word may stand twice in a list, but none may be empty (`imap,` is no list)
export const listOf =
  (...words: string[]): Form =>
  (value) =>
    value === '' || value.split(',').every((word) => words.includes(word));

export const address: Form = (value) => {
  const parts = value.split('@');
  if (parts.length !== 2 || parts[0] === '' || parts[1] === '') return false;
  if (/\s/.test(value) || value.includes('+')) return false;
  return value.split('*').length <= 2;
};

export const path: Form = (value) => {
  const parts = value.split('/');
  // open: a character outside the basic plane counts as one
  return parts.length <= 128 && parts.every((part) => part !== '' && [...part].length <= 512);
};

/** No parameter that the command does not know, and none with a value that does not fit. */
export function fits(params: Params, known: Record<string, Form>): boolean {
  for (const key of Object.keys(params)) {
    const form = Object.hasOwn(known, key) ? known[key] : undefined;
    if (form === undefined || !form(params[key] ?? '')) return false;
  }
  return true;
}

export function isYes(params: Params, key: string): boolean {
  return param(params, key) === 'yes';
}

export function amount(params: Params, key: string, otherwise: number): number {
  const given = param(params, key);
  return given === undefined ? otherwise : Number(given);
}

export function seconds(value: string): number {
  const count = Number(value.replace(/[smhd]$/, ''));
  if (value.endsWith('m')) return count * 60;
  if (value.endsWith('h')) return count * 3600;
  if (value.endsWith('d')) return count * 86400;
  return count;
}

export function list(value: string): string[] {
  return value === '' ? [] : value.split(',');
}

/** What two addresses that are the same have in common: dots before the `@` do not count. */
export function plain(value: string): string {
  const at = value.indexOf('@');
  return value.slice(0, at).replaceAll('.', '') + value.slice(at);
}

export function same(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** Two users' ids are the same name, dots and letter case apart. */
export function sameName(a: string, b: string): boolean {
  return a.replaceAll('.', '').toLowerCase() === b.replaceAll('.', '').toLowerCase();
}
