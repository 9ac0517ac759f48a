import type { Code } from './catalogue.ts';
import type { Value } from './condition.ts';

/**
 * The gates of one entity as a table over its view: what remains of the rules when every command is asked in its
 * plain form and only the view is known. It is plain JSON, so it can be used where the model is not loaded.
 */
export interface GateTable {
  readonly system: string;
  readonly entity: string;
  /** The possible statuses of each phase; null is one of them if the phase may not have run. */
  readonly phases: { readonly [phase: string]: readonly (string | null)[] };
  /** The values of each fact in the view's `facts`. */
  readonly facts: { readonly [fact: string]: readonly Value[] };
  /** The values of each fact at the top level of the view. */
  readonly beside?: { readonly [fact: string]: readonly Value[] };
  /**
   * Facts that follow from the phases: pairs of a test's index and the index of a value, in order. The value is that of
   * the first test that holds; the last one always does.
   */
  readonly derived?: { readonly [fact: string]: readonly number[] };
  /** The phases and facts that the tests read. */
  readonly names: readonly string[];
  readonly tests: readonly GateTest[];
  readonly answers: readonly GateAnswer[];
  /**
   * For each command, pairs of a test's index and an answer's, in order. The first test that holds gives the answer.
   */
  readonly commands: { readonly [command: string]: readonly number[] };
  /** The vendor's name of each code. */
  readonly codes: { readonly [code: string]: string };
}

/**
 * `[IS, name, mask]`: the name has one of the values whose bits are set, by its list of values.
 * `[ALL | ANY | NONE, ...tests]`: all, at least one, or none of those tests hold.
 */
export type GateTest = readonly number[];

export const IS = 0;
export const ALL = 1;
export const ANY = 2;
export const NONE = 3;

/** The code (null if the view cannot tell which, or if it accepts), a sentence, and 1 if it accepts. */
export type GateAnswer = readonly [code: Code | null, reason: string, accepts?: 1];

/** The reason given for a command that no gate refuses. */
export const LET_THROUGH = 'No gate refuses it.';

/** The reason given if the view leaves out what decides. */
export const DEPENDS = 'It depends on what the view leaves out.';

/**
 * Whether a phase or a fact has one of some values: a view may have a function under this name that says so, and need
 * not reveal the value itself. Views that record what is read of them have it.
 */
export const ONE_OF: unique symbol = Symbol.for('migration-lifecycles.oneOf');
export type OneOf = (name: string, values: readonly Value[]) => boolean;
