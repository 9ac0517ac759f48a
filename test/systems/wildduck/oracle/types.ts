export interface OracleStep {
  /** `user:1`, or `user` alone for `user:1`; not on a `wait` */
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
  /** no change of this system carries one */
  error?: string;
}

export interface OracleResult {
  outcome: 'accepted' | 'rejected' | 'applied' | 'ignored';
  code?: string;
  changes: OracleChange[];
}

/** What a handler answers; the world keeps the changes. */
export interface Answer {
  outcome: OracleResult['outcome'];
  code?: string;
}

export type Params = Record<string, string>;

export const accepted: Answer = { outcome: 'accepted' };
export const applied: Answer = { outcome: 'applied' };
export const ignored: Answer = { outcome: 'ignored' };
export const rejected = (code: string): Answer => ({ outcome: 'rejected', code });
export const invalid: Answer = rejected('InputValidationError');

/** A parameter that was really given (`toString` is not). */
export function param(params: Params, key: string): string | undefined {
  return Object.hasOwn(params, key) ? params[key] : undefined;
}
