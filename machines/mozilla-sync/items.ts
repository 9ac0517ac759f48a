import { type Params, wholeOf } from '../../src/define/index.ts';
import { limits, ttlFits } from './limits.ts';

/** One item of a request's body; fields that it does not give are null (mozilla-sync 4.2). */
export type Item = { name: string; size: number | null; ttl: number | null };

export const namesIn = ({ ids }: Params): string[] => (ids === undefined ? [] : ids.split(','));

export function namesOneTwice(params: Params): boolean {
  const names = namesIn(params);
  return new Set(names).size < names.length;
}

/** The items that the server accepts. It reports the others as failed, and the request still succeeds. */
export function fittingItems(params: Params): Item[] {
  if (!ttlFits(params.ttl)) return [];
  const size = wholeOf(params.size) ?? null;
  const ttl = wholeOf(params.ttl) ?? null;
  return namesIn(params)
    .filter((_, before) => before < limits.records && (before + 1) * (size ?? 0) <= limits.bytes)
    .map((name) => ({ name, size, ttl }));
}

/** An item without a size is written as an empty one. */
export const sizeOf = (items: readonly Item[]): number => items.reduce((sum, { size }) => sum + (size ?? 0), 0);
