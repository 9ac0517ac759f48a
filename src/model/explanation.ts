import type { Code, CodeKind, Mark } from './catalogue.ts';

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
  /** Every rule, report, timer or status that gives the code. */
  readonly uses: readonly Use[];
  /** Steps as text, the last of which shows the code; null where none was found within the bound, or none is owed. */
  readonly scenario: readonly string[] | null;
}

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
