import type { GatingReport, Mismatch } from '../../../../gating/report.ts';
import type { Compared } from './baseline.ts';

/** A finished check, as reports are written from it. */
export interface Checked {
  readonly report: GatingReport;
  /** The mismatches that are not in the baseline. */
  readonly fresh: readonly Mismatch[];
  /** Undefined without a baseline. */
  readonly compared: Compared | undefined;
  readonly allowPartial: boolean;
  /** Whether the exit status is 0. */
  readonly clean: boolean;
  /** The file or the URL that was checked. */
  readonly subject: string;
  readonly seconds: number;
}
