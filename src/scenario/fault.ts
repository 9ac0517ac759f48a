import { type LinePlace, ScenarioError } from './error.ts';

/** A part of a line. To read faster, where it stands is looked up only when there is something to say about it. */
export type LinePart =
  | 'to'
  | 'type'
  | 'wait'
  | 'given'
  | { readonly param: string; readonly side: 'key' | 'value' }
  | { readonly expect: number };

/** What is wrong with a line, for the reader that knows which line it is. */
export class LineFault extends Error {
  override readonly name = 'Fault';
  /** An offset in the line, or the part that the fault is in. */
  readonly at: number | LinePart;
  readonly found: string;
  readonly expected: string;
  readonly near: string | undefined;
  /** Where the fault begins within its part. */
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

/** Where a form of scenario says its parts. */
export type PlaceOf = (line: string, part: LinePart) => number;

/** The error that a fault in a line is to the outside. */
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

/** Looking for the place of one fault may come upon another that stands before it. */
function located(fault: LineFault, line: string, placeOf: PlaceOf): [offset: number, fault: LineFault] {
  if (typeof fault.at === 'number') return [fault.at, fault];
  try {
    return [within(line, placeOf(line, fault.at), fault.skip), fault];
  } catch (earlier) {
    if (earlier instanceof LineFault && typeof earlier.at === 'number') return [earlier.at, earlier];
    throw earlier;
  }
}

const within = (line: string, start: number, skip: number): number =>
  skip > 0 && line[start] === '"' ? start + 1 + skip : start + skip;

/** Characters as people count them: a pair of surrogates is one. */
export function charactersIn(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
