import { fits, wholeOf } from '../../src/define/index.ts';

/** A number of a request, or of a report (mozilla-sync 1). */
export const whole = { whole: { digits: 15 } } as const;

/** The number that a header or a field has; undefined where it cannot be read. */
export const readNumber = (text: string | undefined): number | undefined =>
  text !== undefined && fits(whole, text) ? wholeOf(text) : undefined;

/** The limits of a request, a batch and one item (mozilla-sync 4.2, 4.3, 5). */
export const limits = {
  /** Bytes of a whole request, checked before any item. */
  request: 2_625_536,
  records: 100,
  bytes: 2_621_440,
  totalRecords: 10_000,
  totalBytes: 262_144_000,
  /** The largest number that a header can declare. */
  header: 4_294_967_295,
  /** For a ttl in seconds, and for a sortindex in either direction. */
  number: 999_999_999,
} as const;

/** A missing ttl is valid too. */
export function ttlFits(ttl: string | undefined): boolean {
  if (ttl === undefined) return true;
  const seconds = readNumber(ttl);
  return seconds !== undefined && seconds <= limits.number;
}

export function sortindexFits(sortindex: string | undefined): boolean {
  if (sortindex === undefined) return true;
  const size = readNumber(sortindex.replace(/^-/, ''));
  return size !== undefined && size <= limits.number;
}
