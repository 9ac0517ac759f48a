import type { Code } from '../model/index.ts';

/** What is reached and answered in a system, as it is shipped: made by `npm run reach`. */
export interface SystemAnswers {
  readonly system: string;
  readonly entities: { readonly [kind: string]: EntityAnswers };
  /** A shortest scenario of each row of the catalogue that has one, by code and name. */
  readonly codes: readonly (readonly [code: Code, name: string, scenario: readonly string[]])[];
}

export interface EntityAnswers {
  /** Their number; as text, since it may be above 2⁵³. */
  readonly situations: string;
  /** What the space leaves out, in words. */
  readonly notCovered: readonly string[];
  /** The free facts, as `KIND FACT`: the outside world decides them. */
  readonly outside: readonly string[];
  /** The levels of the set when it was written: kind, region and states. */
  readonly levels: readonly string[];
  /** The reached set: each node is its level and its edges, the last one the root. */
  readonly set: readonly (readonly number[])[];
  /** Scenario text; others point to it by number. */
  readonly scenarios: readonly (readonly string[])[];
  /** phase → status → command → its answers there, in the order of the gates. */
  readonly statuses: { readonly [phase: string]: { readonly [status: string]: Commands } };
  /** command → its gates that decide somewhere, then accepted. */
  readonly gates: Commands;
  /** Gates that decide nowhere, as `COMMAND INDEX`. */
  readonly never: readonly string[];
  /** Every change of a phase: phase, from, event, to. */
  readonly arrows: readonly (readonly [phase: string, from: string, event: string, to: string])[];
}

export interface Commands {
  readonly [command: string]: readonly ShippedAnswer[];
}

/** The number of the rule that decides, -1 where none does; the number of a scenario, -1 where none was confirmed. */
export type ShippedAnswer = readonly [rule: number, scenario: number];
