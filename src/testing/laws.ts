import { type LawOptions, type LawResult, lawsOf } from '../laws/index.ts';
import { type SystemLike, systemOf } from '../systems.ts';

export type { LawOptions, LawResult } from '../laws/index.ts';

/**
 * Checks every law for a system, as `lifecycle laws` does.
 *
 * @example `test.each(laws(mine))('$law', ({ findings }) => expect(findings).toEqual([]))`
 */
export const laws = (system: SystemLike, options?: LawOptions): LawResult[] => [...lawsOf(systemOf(system), options)];
