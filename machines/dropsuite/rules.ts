import type { Condition, Mark, Refusal } from '../../src/model/index.ts';

/** A gate: the word that refuses, and when. */
export type Gate = readonly [code: string, when: Condition];

/** The refusals of one command in order, under the mark of its line in the rulebook. */
export const refusals = (command: string, mark: Mark, gates: readonly Gate[]): readonly Refusal[] =>
  gates.map(([code, when], index) => ({ gate: `${command} ${index + 1}`, when, code, mark }));
