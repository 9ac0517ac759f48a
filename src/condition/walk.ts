import type { Condition, Pattern, Value } from '../model/index.ts';

/** One name in a condition, and the values that it must be one of, or none of. */
export interface NameTest {
  readonly name: string;
  readonly values: readonly Value[];
  readonly negated: boolean;
}

/** The forms of a condition. A pattern is a list of names that must all be as they should. */
type Form =
  | { readonly form: 'pattern'; readonly of: readonly NameTest[] }
  | { readonly form: 'any' | 'all' | 'none'; readonly of: readonly Condition[]; readonly called: string | undefined };

const FORMS = ['any', 'all', 'none'] as const;

/** Tells which form a condition has. Whoever reads conditions does it by `fold`, `patternsOf` or `rewrite`. */
function formOf(condition: Condition): Form {
  for (const form of FORMS) {
    const of = (condition as { readonly [form: string]: unknown })[form];
    if (Array.isArray(of)) return { form, of, called: (condition as { readonly called?: string }).called };
  }
  return { form: 'pattern', of: Object.entries(condition as Pattern).map(nameTest) };
}

function nameTest([name, wanted]: [string, Pattern[string]]): NameTest {
  const negated = isNegation(wanted);
  const values = negated ? wanted.not : wanted;
  return { name, values: isList(values) ? values : [values], negated };
}

const isList = (wanted: unknown): wanted is readonly Value[] => Array.isArray(wanted);

const isNegation = (wanted: Pattern[string]): wanted is { readonly not: Value | readonly Value[] } =>
  wanted !== null && typeof wanted === 'object' && !isList(wanted);

/** What a reader makes of each form of a condition, out of what it made of the parts. */
export interface Reading<Result> {
  name(test: NameTest): Result;
  all(parts: readonly Result[], called?: string): Result;
  any(parts: readonly Result[], called?: string): Result;
  none(parts: readonly Result[], called?: string): Result;
  /** Of the names of one pattern; without it they are read as `all`. */
  pattern?(parts: readonly Result[]): Result;
}

/** Reads a condition from its names up. */
export function fold<Result>(condition: Condition, reading: Reading<Result>): Result {
  const read = formOf(condition);
  if (read.form === 'pattern') {
    const parts = read.of.map((test) => reading.name(test));
    return reading.pattern ? reading.pattern(parts) : reading.all(parts);
  }
  const parts = read.of.map((part) => fold(part, reading));
  return reading[read.form](parts, read.called);
}

/** A pattern in a condition. */
export interface PatternWithin {
  readonly tests: readonly NameTest[];
  /** It stands within `none`. */
  readonly denied: boolean;
}

/** All patterns in a condition, in order. */
export function patternsOf(condition: Condition, denied = false): PatternWithin[] {
  const read = formOf(condition);
  if (read.form === 'pattern') return [{ tests: read.of, denied }];
  return read.of.flatMap((part) => patternsOf(part, denied || read.form === 'none'));
}

/** All that a condition asks, wherever it stands. */
export const testsOf = (condition: Condition): NameTest[] => patternsOf(condition).flatMap(({ tests }) => tests);

/** The names that a condition asks for. */
export function namesOf(condition: Condition): ReadonlySet<string> {
  const known = names.get(condition);
  if (known) return known;
  const found = new Set(testsOf(condition).map(({ name }) => name));
  names.set(condition, found);
  return found;
}

const names = new WeakMap<Condition, ReadonlySet<string>>();

/**
 * A condition with another in the place of each pattern, or a boolean where the pattern is known to hold or not to. Parts
 * that decide nothing are left out.
 */
export function rewrite(
  condition: Condition,
  pattern: (tests: readonly NameTest[]) => Condition | boolean,
): Condition | boolean {
  const read = formOf(condition);
  if (read.form === 'pattern') return pattern(read.of);
  const { form, called } = read;
  const parts = read.of.map((part) => rewrite(part, pattern));
  if (parts.includes(form !== 'all')) return form === 'any';
  const left = parts.filter((part): part is Condition => typeof part !== 'boolean');
  if (left.length === 0) return form !== 'any';
  return { [form]: left, ...(called === undefined ? {} : { called }) } as unknown as Condition;
}

/** A pattern that asks these. */
export const patternFrom = (tests: readonly NameTest[]): Pattern =>
  Object.fromEntries(tests.map(({ name, values, negated }) => [name, negated ? { not: values } : values]));
