export interface OracleStep {
  /** `job:1`, or `job` alone for `job:1`; not on a `wait` */
  to?: string;
  /** an event, or `wait` */
  type: string;
  params: Record<string, string>;
  /** how long a `wait` waits */
  seconds?: number;
}

export interface OracleChange {
  entity: string;
  phase: string;
  status: string | null;
  error?: number;
}

export interface OracleResult {
  outcome: 'accepted' | 'rejected' | 'applied' | 'ignored';
  code?: number;
  changes: OracleChange[];
}

/** What a handler answers; the world keeps the changes. */
export interface Answer {
  outcome: OracleResult['outcome'];
  code?: number;
}

export type Params = Record<string, string>;

export const applied: Answer = { outcome: 'applied' };
export const ignored: Answer = { outcome: 'ignored' };
export const rejected = (code: number): Answer => ({ outcome: 'rejected', code });

/** A parameter that was really given (`toString` is not). */
export function param(params: Params, key: string): string | undefined {
  return Object.hasOwn(params, key) ? params[key] : undefined;
}
