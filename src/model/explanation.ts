import type { Alias, Code, CodeKind, Mark } from './catalogue.ts';

/** All that is known of one row of a catalogue. */
export interface Explanation {
  readonly system: string;
  readonly code: Code;
  readonly name: string;
  readonly category: string;
  readonly kind: CodeKind;
  readonly meaning: string;
  readonly mark: Mark;
  readonly oddity?: string;
  readonly also?: readonly Alias[];
  readonly why?: string;
  /** What was read or run, for each mark of the row and of its uses that says so. */
  readonly versions?: { readonly [mark in Mark]?: string };
  /** Every rule, report, timer or status that gives the code. */
  readonly uses: readonly Use[];
  /** Steps as text, the last of which shows the code; null where none was found within the bound, or none is owed. */
  readonly scenario: readonly string[] | null;
  /** Why it is known that no scenario is shorter; null where that was not proven, and where there is no scenario. */
  readonly proven: Proof | null;
}

/**
 * `world`: every scenario of fewer lines was tried, made of all lines that the data tells apart. `space`: every situation
 * of an entity, with those that it stands with, that is fewer lines away was visited; what lies outside stayed as it is.
 */
export type Proof = 'world' | 'space';

export interface Use {
  readonly entity: string;
  /** The command that is refused, the report that gives the reason, or `wait` for a timer; absent for a status. */
  readonly command?: string;
  /** For a status and for a reason: where it shows. */
  readonly phase?: string;
  readonly status?: string | null;
  /** In words, made from the rule's data. */
  readonly when: string;
  readonly mark: Mark;
}
