export type Code = number | string;

export interface OracleStep {
  /** `bso:1`, or `bso` alone for `bso:1`; not on a `wait` */
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
}

export interface OracleResult {
  outcome: 'accepted' | 'rejected' | 'applied' | 'ignored';
  code?: Code;
  changes: OracleChange[];
}

/** What a handler answers; the world keeps the changes. */
export interface Answer {
  outcome: OracleResult['outcome'];
  code?: Code;
}

export type Params = Record<string, string>;

export const accepted: Answer = { outcome: 'accepted' };
export const applied: Answer = { outcome: 'applied' };
export const rejected = (code: Code): Answer => ({ outcome: 'rejected', code });

/** A parameter that was really given (`toString` is not). */
export function param(params: Params, key: string): string | undefined {
  return Object.hasOwn(params, key) ? params[key] : undefined;
}

/** One of the parameters whose form is a number (unmodifiedSince, size); null where it is not given. */
export function numberParam(params: Params, key: string): number | null {
  const text = param(params, key);
  return text === undefined ? null : Number(text);
}
