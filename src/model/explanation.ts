import { type CodeRow, listedRow, type Mark } from './catalogue.ts';
import type { System } from './system.ts';

/** All that is known of one row of a catalogue. */
export interface Explanation extends CodeRow {
  readonly system: string;
  /** The version that was read or run, for each mark of the row and its uses that names one. */
  readonly versions?: { readonly [mark in Mark]?: string };
  /** Every rule, report, timer and status that gives the code. */
  readonly uses: readonly Use[];
  /** Scenario lines, the last of which gives the code; null if none was found within the bound, or none is required. */
  readonly scenario: readonly string[] | null;
  /** Why no shorter scenario exists; null if that is not proven, or there is no scenario. */
  readonly proven: Proof | null;
}

/**
 * `world`: every shorter scenario was tried, over all lines that the data distinguishes. `space`: the breadth-first
 * search visited every situation of an entity, and of those explored with it, that is fewer lines away; everything
 * outside kept its initial value.
 */
export type Proof = 'world' | 'space';

export interface Use {
  readonly entity: string;
  /** The command that is refused, the report that carries the reason, or `wait` for a timer; absent for a status. */
  readonly command?: string;
  /** For a status or a reason: the phase that shows it. */
  readonly phase?: string;
  readonly status?: string | null;
  /** The condition in words, made from the rule's data. */
  readonly when: string;
  readonly mark: Mark;
}

/** What gives a code, and how to see it. */
export interface Shown extends Pick<Explanation, 'uses'> {
  /** Undefined if none was found, or none is required. */
  readonly scenario: ShownScenario | undefined;
}

/** A scenario that shows a row, and why it is known that none is shorter. */
export interface ShownScenario {
  readonly lines: readonly string[];
  readonly proven: Proof | null;
}

/** All that is known of a row of the catalogue. */
export function explanationOf(
  { name, marks }: Pick<System, 'name' | 'marks'>,
  row: CodeRow,
  { uses, scenario }: Shown,
): Explanation {
  const { oddity, why } = row;
  const versions = [row, ...uses].flatMap(({ mark }) => {
    const meaning = marks[mark];
    return typeof meaning === 'object' ? [[mark, meaning.version] as const] : [];
  });
  return {
    ...listedRow(name, row),
    ...(oddity === undefined ? {} : { oddity }),
    ...(why === undefined ? {} : { why }),
    ...(versions.length === 0 ? {} : { versions: Object.fromEntries(versions) }),
    uses,
    scenario: scenario?.lines ?? null,
    proven: scenario?.proven ?? null,
  };
}
