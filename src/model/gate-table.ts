import type { Code } from './catalogue.ts';
import type { Value } from './condition.ts';

/**
 * The gates of one entity as a table over its view: what is left of the rules when every command is asked about in its
 * plainest form and nothing but the view is known. Plain JSON, so that it can be carried to where the model is not.
 */
export interface GateTable {
  readonly system: string;
  readonly entity: string;
  /** The statuses of each phase, null among them where it can be. */
  readonly phases: { readonly [phase: string]: readonly (string | null)[] };
  /** The values of each fact of the view. */
  readonly facts: { readonly [fact: string]: readonly Value[] };
  /** The values of each fact that the view has beside the others. */
  readonly beside?: { readonly [fact: string]: readonly Value[] };
  /** What the tests ask of: names of phases and facts. */
  readonly names: readonly string[];
  readonly tests: readonly GateTest[];
  readonly answers: readonly GateAnswer[];
  /** For each command, in order, pairs of a test's index and an answer's: the first test that holds answers. */
  readonly commands: { readonly [command: string]: readonly number[] };
  /** The vendor's name of each code. */
  readonly codes: { readonly [code: string]: string };
}

/**
 * `[IS, name, mask]`: the value of that name is one of those whose bits are set, in the order of its list.
 * `[ALL | ANY | NONE, ...tests]`: how many of those tests hold.
 */
export type GateTest = readonly number[];

export const IS = 0;
export const ALL = 1;
export const ANY = 2;
export const NONE = 3;

/** The code, none where the view cannot tell which or where it accepts; a sentence; and 1 where it accepts. */
export type GateAnswer = readonly [code: Code | null, reason: string, accepts?: 1];

/** What is said of a command that no gate refuses. */
export const LET_THROUGH = 'No gate refuses it.';

/**
 * Whether a phase or a fact is one of some values: a view may answer that, by this name, so that its reader needs not be
 * told the value. Views that tell what is read of them do.
 */
export const ONE_OF: unique symbol = Symbol.for('migration-lifecycles.oneOf');
export type OneOf = (name: string, values: readonly Value[]) => boolean;
