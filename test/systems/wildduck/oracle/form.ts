import type { Params } from '../../../oracle/types.ts';
import { param } from '../../../oracle/types.ts';

/** §1: the values that parameters may have. */

export type Form = (value: string) => boolean;

export const text: Form = (value) => value !== '';
export const number: Form = (value) => /^[0-9]{1,15}$/.test(value);
export const flag: Form = (value) => value === 'yes' || value === 'no';
export const id: Form = (value) => /^[A-Za-z0-9_.-]+$/.test(value);
// open: a span may have any length
export const span: Form = (value) => /^[0-9]+[smhd]?$/.test(value);

export const oneOf =
  (...words: string[]): Form =>
  (value) =>
    words.includes(value);

// open: no word may be empty (`imap,` is no list)
export const listOf =
  (...words: string[]): Form =>
  (value) => {
    if (value === '') return true;
    const given = value.split(',');
    return given.every((word) => words.includes(word)) && new Set(given).size === given.length;
  };

/** ADDR */
export const address: Form = (value) => {
  const parts = value.split('@');
  const [local = '', domain = ''] = parts;
  if (parts.length !== 2 || value.length > 254 || local.length > 64) return false;
  if (!local.split('.').every((part) => /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+$/.test(part))) return false;
  const labels = domain.split('.');
  if (labels.length < 2 || !/^[A-Za-z]/.test(labels.at(-1) ?? '')) return false;
  return labels.every((label) => label.length <= 63 && /^[A-Za-z0-9-]+$/.test(label) && !/^-|-$/.test(label));
};

/** NEWADDR */
export const newAddress: Form = (value) => {
  if (value.includes('+') || value.split('*').length > 2) return false;
  return address(value) || (value.endsWith('@*') && /^[A-Za-z0-9_]+$/.test(value.slice(0, -2)));
};

/** U in `user create` */
export const userName: Form = (value) =>
  value.length <= 128 && value.split(/[._]/).every((part) => /^[A-Za-z0-9-]+$/.test(part));

export const path: Form = (value) => {
  const parts = value.split('/');
  if (parts.length > 128 || value.endsWith('/')) return false;
  // open: a character outside the basic plane counts as one
  return parts.every((part, at) => (part !== '' || at === 0) && [...part].length <= 512) && value !== '';
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

/** The form that equal addresses share: dots before the `@` do not count. */
export function plain(value: string): string {
  const at = value.indexOf('@');
  return value.slice(0, at).replaceAll('.', '') + value.slice(at);
}

export function same(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** A user's name without dots, in lower case. */
export function bareName(name: string): string {
  return name.replaceAll('.', '').toLowerCase();
}
