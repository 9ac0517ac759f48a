import { wholeOf } from '../../src/define/index.ts';

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

/** No ttl is valid too. */
export function ttlFits(ttl: string | undefined): boolean {
  if (ttl === undefined) return true;
  const seconds = wholeOf(ttl);
  return seconds !== undefined && seconds <= limits.number;
}

export function sortindexFits(sortindex: string | undefined): boolean {
  if (sortindex === undefined) return true;
  const size = wholeOf(sortindex.replace(/^-/, ''));
  return size !== undefined && size <= limits.number;
}
