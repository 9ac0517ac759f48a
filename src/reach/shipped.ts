import type { Code } from '../model/index.ts';

/** The shipped answers of a system, made by `npm run reach`. */
export interface SystemAnswers {
  readonly system: string;
  readonly entities: { readonly [kind: string]: EntityAnswers };
  /** A shortest scenario for each row of the catalogue that has one, by code and name. */
  readonly codes: readonly (readonly [code: Code, name: string, scenario: readonly string[]])[];
}

export interface EntityAnswers {
  /** Their number, as text: it may exceed 2⁵³. */
  readonly situations: string;
  /** What the space does not cover, in words. */
  readonly notCovered: readonly string[];
  /** The free facts, as `KIND FACT`: the outside world decides them. */
  readonly outside: readonly string[];
  /** The levels of the set: kind, region and states. */
  readonly levels: readonly string[];
  /** The reached set: for each node its level and edges; the last node is the root. */
  readonly set: readonly (readonly number[])[];
  /** The scenarios, which answers refer to by index. */
  readonly scenarios: readonly (readonly string[])[];
  /** phase → status → command → the answers in that status, in the order of the gates. */
  readonly statuses: { readonly [phase: string]: { readonly [status: string]: Commands } };
  /** command → the gates that decide somewhere, then accepted. */
  readonly gates: Commands;
  /** Gates that decide nowhere, as `COMMAND INDEX`. */
  readonly never: readonly string[];
  /** Every change of a phase: phase, from, event, to. */
  readonly arrows: readonly (readonly [phase: string, from: string, event: string, to: string])[];
}

export interface Commands {
  readonly [command: string]: readonly ShippedAnswer[];
}

/** The index of the deciding rule, -1 if there is none; the index of a scenario, -1 if none was confirmed. */
export type ShippedAnswer = readonly [rule: number, scenario: number];
