import { wholeOf } from '../../src/define/index.ts';

/** What a request, a batch and one item may hold (mozilla-sync 4.2, 4.3, 5). */
export const limits = {
  /** Bytes of a whole request, before any item is looked at. */
  request: 2_625_536,
  records: 100,
  bytes: 2_621_440,
  totalRecords: 10_000,
  totalBytes: 262_144_000,
  /** The largest number that a header can declare at all. */
  header: 4_294_967_295,
  /** Of a ttl in seconds, and of a sortindex in either direction. */
  number: 999_999_999,
} as const;

/** No ttl at all fits too. */
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
