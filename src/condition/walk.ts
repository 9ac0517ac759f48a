import { type Condition, once, type Pattern, type Value } from '../model/index.ts';

/** One name in a condition, and the values it must, or must not, have. */
export interface NameTest {
  readonly name: string;
  readonly values: readonly Value[];
  readonly negated: boolean;
}

/** The forms of a condition. A pattern is a list of name tests, all of which must hold. */
type Form =
  | { readonly form: 'pattern'; readonly of: readonly NameTest[] }
  | { readonly form: 'any' | 'all' | 'none'; readonly of: readonly Condition[]; readonly called: string | undefined };

const FORMS = ['any', 'all', 'none'] as const;

/** Finds out which form a condition has. All readers of conditions use `fold`, `patternsOf` or `rewrite`. */
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

/** What to make of each form of a condition, given what was made of its parts. */
export interface Reading<Result> {
  name(test: NameTest): Result;
  all(parts: readonly Result[], called?: string): Result;
  any(parts: readonly Result[], called?: string): Result;
  none(parts: readonly Result[], called?: string): Result;
  /** For the name tests of one pattern. Default: `all`. */
  pattern?(parts: readonly Result[]): Result;
}

/** Reads a condition bottom-up. */
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
  /** It is inside `none`. */
  readonly denied: boolean;
}

/** All patterns of a condition, in order. */
export function patternsOf(condition: Condition, denied = false): PatternWithin[] {
  const read = formOf(condition);
  if (read.form === 'pattern') return [{ tests: read.of, denied }];
  return read.of.flatMap((part) => patternsOf(part, denied || read.form === 'none'));
}

/** All name tests of a condition. */
export const testsOf = (condition: Condition): NameTest[] => patternsOf(condition).flatMap(({ tests }) => tests);

/** The names a condition reads. */
export const namesOf = once(
  (condition: Condition): ReadonlySet<string> => new Set(testsOf(condition).map(({ name }) => name)),
);

/**
 * Replaces each pattern by another condition, or by a boolean if its truth is known. Parts that no longer matter are
 * dropped.
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

/** The pattern with these name tests. */
export const patternFrom = (tests: readonly NameTest[]): Pattern =>
  Object.fromEntries(tests.map(({ name, values, negated }) => [name, negated ? { not: values } : values]));
