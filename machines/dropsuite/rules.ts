import type { Condition, Mark, Refusal } from '../../src/define/index.ts';

/** A gate: the word that refuses, and the condition. */
export type Gate = readonly [code: string, when: Condition];

/** The refusals of one command in order, all with the same mark (dropsuite 2). */
export const refusals = (mark: Mark, gates: readonly Gate[]): readonly Omit<Refusal, 'gate'>[] =>
  gates.map(([code, when]) => ({ when, code, mark }));
