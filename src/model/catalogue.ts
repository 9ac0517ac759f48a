/** A row's code in a vendor's table: a number, or a name where the vendor has no numbers. */
export type Code = number | string;

/** What a code is used for. A code with several uses takes the first kind that fits, in this order. */
export type CodeKind =
  | 'status'
  | 'state-rejection'
  | 'input-rejection'
  | 'failure-reason'
  | 'environment-fault'
  | 'informational';

/**
 * The source of a fact: S stated by the vendor, D documented elsewhere by the vendor, F found in a server's source, O
 * observed on a running server, I inferred. Each system uses the marks it needs.
 */
export type Mark = 'S' | 'D' | 'F' | 'O' | 'I';

/** What each mark means in one system. Marks for something that was read or run name its version. */
export type Marks = { readonly [mark in Exclude<Mark, InspectedMark>]?: string } & {
  readonly [mark in InspectedMark]?: Inspected;
};

type InspectedMark = 'F' | 'O';

export interface Inspected {
  /** Comes before the version: `found in the source of`. */
  readonly says: string;
  /** What was read or run, with its version, as its makers write it: `WildDuck 1.46.1`. */
  readonly version: string;
}

/** What a mark means, including the version; undefined if the system does not use the mark. */
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
  /** What is odd about the row in the vendor's table. We keep it and show it. */
  readonly oddity?: string;
  /** Other names people look the row up by. The system never gives them, and no scenario can expect them. */
  readonly also?: readonly Alias[];
  /** For an informational row: why the system never gives it, in our own words. */
  readonly why?: string;
}

/** The vendor's name of a code; the code itself if the catalogue does not list it. */
export const catalogueName = ({ codes }: { readonly codes: readonly CodeRow[] }, code: Code): string =>
  codes.find((row) => row.code === code)?.name ?? String(code);

/** Another name or number for a row, as found in logs, other documents or other programs. */
export interface Alias {
  readonly name: string;
  /** Where this alias is used, and what it means there. */
  readonly says: string;
}

/** A row of a catalogue as `lifecycle codes --json` and the site's index list it. */
export const listedRow = (system: string, { code, name, category, kind, meaning, mark, also }: CodeRow) => ({
  system,
  code,
  name,
  category,
  kind,
  meaning,
  mark,
  ...(also === undefined ? {} : { also }),
});
