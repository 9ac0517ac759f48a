/**
 * A part of the bench: one file in test/bench/rows, which exports its row as default. Every file there is run, in the
 * order of their names, and has a section of docs/benchmarks.md.
 */
export interface Row {
  /** The heading of its section. */
  readonly title: string;
  /** What the work is, which programs do it, and how it was checked that all do the same. */
  readonly says: string;
  run(scale: Scale): Measured | Promise<Measured>;
}

/**
 * How much work is done: `full` is what the page is written from, `quick` is for work on the measured code, and `tiny`
 * only shows that everything runs: its times mean nothing.
 */
export type Scale = 'full' | 'quick' | 'tiny';

/** The result: a table, the bars it was compared with, and notes. */
export interface Measured {
  readonly columns: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly bars: readonly Bar[];
  /** Paragraphs: what was skipped, and why; what the bottleneck is if a bar was not reached. */
  readonly notes: readonly string[];
}

/** The bar, and the measured value. */
export interface Bar {
  readonly what: string;
  readonly wanted: string;
  /** Undefined if it could not be measured; a note says why. */
  readonly reached: string | undefined;
  readonly met: boolean;
}

/** A bar that is met by this much or more. */
export const atLeast = (what: string, least: number, reached: number | undefined, unit: string): Bar => ({
  what,
  wanted: `at least ${least}${unit}`,
  reached: reached === undefined ? undefined : `${rounded(reached)}${unit}`,
  met: reached !== undefined && reached >= least,
});

/** A bar that is met by this much or less. */
export const atMost = (what: string, most: number, reached: number | undefined, unit: string): Bar => ({
  what,
  wanted: `at most ${most}${unit}`,
  reached: reached === undefined ? undefined : `${rounded(reached)}${unit}`,
  met: reached !== undefined && reached <= most,
});

/** A number rounded to its significant digits. */
export function rounded(number: number): string {
  if (Number.isInteger(number)) return number.toLocaleString('en-US');
  const size = Math.abs(number);
  if (size >= 100) return Math.round(number).toLocaleString('en-US');
  return size >= 10 ? number.toFixed(1) : number.toFixed(2);
}
