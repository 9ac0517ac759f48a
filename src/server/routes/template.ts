import type { Template } from './form.ts';

/** Looks up the value of a source; undefined if there is none. */
export type TemplateSources = (source: string) => unknown;

const SOURCE = /\{([\w.*-]+)((?:\|\w+)*)\}/g;
const ONLY = new RegExp(`^${SOURCE.source}$`);

const FILTERS: { readonly [name: string]: (value: unknown) => unknown } = {
  /** The length in bytes, of text. */
  bytes: (value) => (typeof value === 'string' ? new TextEncoder().encode(value).length : undefined),
  /** The length of a list; 1 for any other value. */
  count: (value) => (Array.isArray(value) ? value.length : value === undefined ? 0 : 1),
  /** Absent for an empty list. */
  some: (value) => (Array.isArray(value) && value.length === 0 ? undefined : value),
  /** Absent unless it is text: a password of `false` is none. */
  text: (value) => (typeof value === 'string' ? value : undefined),
  /** Without the decimals. */
  whole: (value) => value && String(value).replace(/\.\d*$/, ''),
  lower: (value) => (typeof value === 'string' ? value.toLowerCase() : value),
};

/** The value of a template. */
export function fill(template: Template, sources: TemplateSources): unknown {
  const only = ONLY.exec(template);
  if (only) return filtered(sources(only[1] ?? ''), only[2] ?? '');
  return template.replace(SOURCE, (_, source: string, filters: string) => {
    const value = filtered(sources(source), filters);
    return value === undefined || value === null ? '' : String(value);
  });
}

const filtered = (value: unknown, filters: string): unknown =>
  filters
    .split('|')
    .slice(1)
    .reduce((so, name) => FILTERS[name]?.(so), value);

/** The fault of a template, if any. `known` matches the existing sources. */
export function faultIn(template: Template, known: RegExp): string | undefined {
  if (/[{}]/.test(template.replace(SOURCE, ''))) return `${template}: a brace that holds no source`;
  for (const [, source = '', filters = ''] of template.matchAll(SOURCE)) {
    if (!known.test(source)) return `${template}: there is no source ${source}`;
    const strange = filters.split('|').find((name) => name !== '' && !Object.hasOwn(FILTERS, name));
    if (strange !== undefined) return `${template}: there is no filter ${strange}; there are ${Object.keys(FILTERS)}`;
  }
  return undefined;
}

/** A member of JSON by its path; `*` stands for each item of a list. */
export function memberOf(value: unknown, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (first === '*') {
    return Array.isArray(value) ? value.flatMap((item) => memberOf(item, rest) ?? []) : undefined;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, first)) return undefined;
  return memberOf((value as { [key: string]: unknown })[first], rest);
}
