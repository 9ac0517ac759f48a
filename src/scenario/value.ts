import { show } from './wording.ts';

/** A JSON object. */
export type Json = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a scalar; numbers become their digits. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || Number.isFinite(value) ? String(value) : undefined;
}

/** Describes what was found instead of something else. */
export function called(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `the number ${value}` : 'a number that is too large';
  if (typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'string') return show(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

export const SCALAR = 'a string, a number, true or false';
