import { listed } from './listed.ts';
import { kept } from './once.ts';

/** The parameters of one event, as written. Numbers in NDJSON become their digits. */
export type Params = { readonly [key: string]: string };

/** What a command or a report takes. */
export interface EventSpec {
  /** One line for `--help` and the reference pages. */
  readonly says: string;
  readonly params?: { readonly [key: string]: ParamSpec };
  /** At least one parameter must be given. */
  readonly atLeastOne?: true;
  /** The system itself checks the parameters: the reader accepts any key and value. */
  readonly anyParams?: true;
  /** The plain form. Gating asks about the command in this form, and searches try it. */
  readonly plain?: Params;
}

/** The values a parameter takes. A value that does not fit makes the line malformed. */
export interface ParamSpec {
  readonly is: Form;
  readonly required?: true;
  /** Bad values have a code of their own: the reader lets them through and the system answers. */
  readonly anyValue?: true;
  /** Omitting the parameter means the same as this value. Without a default, omitting it is a case of its own. */
  readonly default?: string;
  /** What a value of a report is, for sentences: `reason for which a scan fails`. */
  readonly says?: string;
}

export type Form =
  /** One of these words. */
  | { readonly one: readonly string[] }
  /** A whole number in digits alone; `digits` is how many it may have, leading zeros included. */
  | { readonly whole: { readonly min?: number; readonly max?: number; readonly digits?: number } }
  /** `30`, `5m`, `1h30m`, `5min`: seconds without a unit. */
  | { readonly span: { readonly min?: number } }
  /** Letters, digits, `_`, `-`, `.`. */
  | { readonly id: true }
  /** Any text; with `filled`, not the empty one. */
  | { readonly text: true; readonly filled?: true }
  /** A regular expression to match, and its name in messages. */
  | { readonly matching: string; readonly called: string };

const SPAN = /^\d+(?: ?[a-z]+(?: ?\d+ ?[a-z]+)*)?$/;
const PARTS = /(\d+) ?([a-z]*)/g;

/** The seconds in each unit, largest first, and how people write it. */
const UNITS: readonly (readonly [seconds: number, words: readonly string[]])[] = [
  [86400, ['d', 'day', 'days']],
  [3600, ['h', 'hr', 'hrs', 'hour', 'hours']],
  [60, ['m', 'min', 'mins', 'minute', 'minutes']],
  [1, ['s', 'sec', 'secs', 'second', 'seconds']],
];

/** A time by units, largest first: `[[0, 'd'], [1, 'h'], [5, 'm'], [0, 's']]`. */
export function byUnits(time: number): (readonly [count: number, unit: string])[] {
  let left = time;
  return UNITS.map(([seconds, [unit = '']]) => {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    return [count, unit];
  });
}

/** A time in its largest units, by default in all: `1d 2h`, `5m`; at the beginning `0s`. */
export function timeText(time: number, units = UNITS.length): string {
  const parts = byUnits(time).filter(([count]) => count > 0);
  return (
    parts
      .slice(0, units)
      .map((part) => part.join(''))
      .join(' ') || '0s'
  );
}

const unitOf = (word: string): number => UNITS.findIndex(([, words]) => words.includes(word));

/**
 * The seconds in `90`, `5m`, `1h30m`, `5min`, `1 h 30 min`; undefined if the text is no duration. Units go from the
 * largest to the smallest, each at most once.
 */
export function secondsOf(span: string): number | undefined {
  if (!SPAN.test(span)) return undefined;
  let seconds = 0;
  let before = -1;
  for (const [, number, word = ''] of span.matchAll(PARTS)) {
    const unit = word === '' ? UNITS.length - 1 : unitOf(word);
    if (unit <= before) return undefined;
    before = unit;
    seconds += Number(number) * (UNITS[unit] as (typeof UNITS)[number])[0];
  }
  return seconds;
}

/** The number written as digits; undefined if the text is anything else. Above 2⁵³ it is only close, as for `secondsOf`. */
export function wholeOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}

/** Digits without leading zeros. */
export const plainDigits = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

export const ID = /^[A-Za-z0-9_.-]+$/;

/** Whether a value has the form that its parameter takes. */
export function fits(form: Form, value: string): boolean {
  if ('one' in form) return form.one.includes(value);
  if ('whole' in form) {
    const { min = 0, max = Number.POSITIVE_INFINITY, digits = Number.POSITIVE_INFINITY } = form.whole;
    const number = wholeOf(value);
    return number !== undefined && number >= min && number <= max && value.length <= digits;
  }
  if ('span' in form) {
    const seconds = secondsOf(value);
    return seconds !== undefined && seconds >= (form.span.min ?? 0);
  }
  if ('id' in form) return ID.test(value);
  if ('text' in form) return !form.filled || value !== '';
  return patternOf(form.matching).test(value);
}

const patterns = new Map<string, RegExp>();

/** Each pattern is compiled once: they come from a system's data, and there are few. */
const patternOf = (source: string): RegExp => kept(patterns, source, () => new RegExp(source, 'u'));

/** Whether every parameter is known and fits, and all required ones are given. */
export function paramsFit({ params: specs = {} }: Pick<EventSpec, 'params'>, params: Params): boolean {
  const known = Object.keys(params).every(
    (key) => Object.hasOwn(specs, key) && fits((specs[key] as ParamSpec).is, params[key] ?? ''),
  );
  return known && Object.entries(specs).every(([key, { required }]) => !required || Object.hasOwn(params, key));
}

/** Describes a form, for messages and help. */
export function saysForm(form: Form): string {
  if ('one' in form) {
    return form.one.length > 12 ? `one of ${form.one.length} codes` : listed(form.one, 'or');
  }
  if ('whole' in form) {
    const { min, max, digits } = form.whole;
    const range = max !== undefined ? ` from ${min ?? 0} to ${max}` : min ? `, at least ${min}` : '';
    return `a whole number${digits === undefined ? '' : ` of up to ${digits} digits`}${range}`;
  }
  if ('span' in form)
    return `a duration such as 90, 5m, 2h or 1d${form.span.min ? `, at least ${form.span.min} s` : ''}`;
  if ('id' in form) return 'an id (letters, digits, _, -, .)';
  if ('text' in form) return form.filled ? 'a text that is not empty' : 'a text';
  return form.called;
}
