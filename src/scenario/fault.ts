import { type LinePlace, ScenarioError } from './error.ts';

/** A part of a line. Its position is computed only if there is something to report, so that reading stays fast. */
export type LinePart =
  | 'to'
  | 'type'
  | 'wait'
  | 'given'
  | { readonly key: string }
  | { readonly value: string }
  | { readonly expect: number };

/** What is wrong with a line, for the reader, which knows the line's number. */
export class LineFault extends Error {
  override readonly name = 'Fault';
  /** An offset in the line, or the faulty part. */
  readonly at: number | LinePart;
  readonly found: string;
  readonly expected: string;
  readonly near: string | undefined;
  /** The offset of the fault within its part. */
  readonly skip: number;

  constructor(
    at: number | LinePart,
    found: string,
    expected: string,
    more: { near?: string | undefined; skip?: number } = {},
  ) {
    super(`${found}; expected ${expected}`);
    this.at = at;
    this.found = found;
    this.expected = expected;
    this.near = more.near;
    this.skip = more.skip ?? 0;
  }
}

/** Finds parts in one form of scenario. */
export type PlaceOf = (line: string, part: LinePart) => number;

/** The public error for a fault in a line. */
export function errorOf(
  fault: LineFault,
  line: string,
  placeOf: PlaceOf,
  where: Omit<LinePlace, 'column'>,
): ScenarioError {
  const [offset, { found, expected, near }] = located(fault, line, placeOf);
  const column = charactersIn(line.slice(0, offset)) + 1;
  return new ScenarioError({ ...where, column }, found, expected, near);
}

/** Locating one fault may reveal another before it. */
function located(fault: LineFault, line: string, placeOf: PlaceOf): [offset: number, fault: LineFault] {
  if (typeof fault.at === 'number') return [fault.at, fault];
  try {
    return [within(line, placeOf(line, fault.at), fault.skip), fault];
  } catch (earlier) {
    if (earlier instanceof LineFault) return located(earlier, line, placeOf);
    throw earlier;
  }
}

const within = (line: string, start: number, skip: number): number =>
  start + skip + (skip && line[start] === '"' ? 1 : 0);

/** Characters as people count them: a surrogate pair is one. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
