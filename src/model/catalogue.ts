/** A row of a vendor's table: a number, or a name where the vendor has no numbers. */
export type Code = number | string;

/** What a code is used for. A code that serves several ends has the first of these that fits. */
export type CodeKind =
  | 'status'
  | 'state-rejection'
  | 'input-rejection'
  | 'failure-reason'
  | 'environment-fault'
  | 'informational';

/**
 * Where a fact comes from: S stated by the vendor, D documented elsewhere by the vendor, F found in a server's source,
 * O observed on a running server, I inferred. Each system uses those that it needs.
 */
export type Mark = 'S' | 'D' | 'F' | 'O' | 'I';

/** What each mark of a system stands for. What was read or run is named with its version. */
export type Marks = { readonly [mark in Exclude<Mark, InspectedMark>]?: string } & {
  readonly [mark in InspectedMark]?: Inspected;
};

type InspectedMark = 'F' | 'O';

export interface Inspected {
  /** What the version stands behind: `found in the source of`. */
  readonly says: string;
  /** What was read or run, as its makers name it: `WildDuck 1.46.1`. */
  readonly version: string;
}

/** What a mark stands for, the version included; undefined where the system does not have the mark. */
export function markMeaning(marks: Marks, mark: Mark): string | undefined {
  const meaning = marks[mark];
  return typeof meaning === 'object' ? `${meaning.says} ${meaning.version}` : meaning;
}

/** One row of a system's catalogue. */
export interface CodeRow {
  readonly code: Code;
  /** The vendor's identifier, exactly as printed. */
  readonly name: string;
  /** The vendor's heading. */
  readonly category: string;
  readonly kind: CodeKind;
  readonly mark: Mark;
  /** In our own words. */
  readonly meaning: string;
  /** What is odd about the row in the vendor's table, kept and shown. */
  readonly oddity?: string;
  /** What people also look the row up by. The system never gives it, and no scenario can expect it. */
  readonly also?: readonly Alias[];
  /** Of an informational row: why the system never gives it, in our own words. */
  readonly why?: string;
}

/** A name or a number that stands for a row elsewhere: in logs, in other documents, in another program. */
export interface Alias {
  readonly name: string;
  /** Where it is called so, and what it says there. */
  readonly says: string;
}
