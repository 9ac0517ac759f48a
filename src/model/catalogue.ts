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
 * Where a fact comes from. Each rulebook has its own letters: S stated by the vendor, D documented elsewhere by the
 * vendor, F found in a server's source, O observed on a running server, I inferred.
 */
export type Mark = 'S' | 'D' | 'F' | 'O' | 'I';

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
}
