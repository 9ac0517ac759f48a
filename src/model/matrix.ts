import type { Code } from './catalogue.ts';
import type { Params } from './event.ts';

/** Commands against statuses: how each command is answered while a phase has a status. */
export interface Matrix {
  readonly system: string;
  readonly entity: string;
  /** How many situations there are; as text, since it may be above 2⁵³. */
  readonly situations: string;
  /** The vendor's name of each code in the cells. */
  readonly codes: { readonly [code: string]: string };
  /** The columns of a phase are adjacent. */
  readonly columns: readonly Column[];
  readonly rows: readonly CommandRow[];
  /** `PHASE:STATUS` that no situation has. */
  readonly unreached: readonly string[];
  /** What the situations leave out, in words. */
  readonly notCovered: readonly string[];
}

export interface Column {
  readonly phase: string;
  readonly status: string | null;
  /** The vendor's code of the status. */
  readonly code: Code | null;
}

export interface CommandRow {
  readonly command: string;
  readonly says: string;
  /** The form in which the command is asked about. */
  readonly params: Params;
  /** One for each column. */
  readonly cells: readonly Cell[];
  /** The answers of its cells that depend on something, in the order of the gates, each with its whole condition. */
  readonly depends: readonly Omit<CellAnswer, 'scenario'>[];
}

export interface Cell {
  /** The answer in the plainest situation with that status: the one nearest to `given ready`. */
  readonly accepted: boolean;
  readonly code: Code | null;
  /** A sentence, made from the rule that answers. */
  readonly reason: string;
  /** Whether all situations with that status have this answer. */
  readonly always: boolean;
  /** Every answer, in the order of the gates; acceptance comes last. */
  readonly answers: readonly CellAnswer[];
}

export interface CellAnswer {
  /** Null if it accepts. */
  readonly code: Code | null;
  /** Its condition: it is the answer if this holds and no condition before it does. Null if no gate decides. */
  readonly when: string | null;
  /** A scenario after which it is given; null if none is shipped. */
  readonly scenario: readonly string[] | null;
}
