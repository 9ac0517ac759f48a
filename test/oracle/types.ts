/** A number if the vendor has numbers, else a name. */
export type Code = number | string;

/** A step as an oracle takes it: already parsed, not checked. */
export interface OracleStep {
  /** `job:1`, or `job` alone for `job:1`; not on a `wait` */
  to?: string;
  /** an event, or `wait` */
  type: string;
  params: Params;
  /** how long a `wait` waits */
  seconds?: number;
}

export interface OracleChange {
  entity: string;
  phase: string;
  status: string | null;
  /** its error */
  error?: Code;
}

export interface OracleResult {
  outcome: 'accepted' | 'rejected' | 'applied' | 'ignored';
  code?: Code;
  changes: OracleChange[];
}

/** What a handler answers; the world keeps the changes. */
export type Answer = Omit<OracleResult, 'changes'>;

export type Params = Record<string, string>;

export const accepted: Answer = { outcome: 'accepted' };
export const applied: Answer = { outcome: 'applied' };
export const ignored: Answer = { outcome: 'ignored' };
export const rejected = (code: Code): Answer => ({ outcome: 'rejected', code });

/** A parameter that was given; inherited names such as `toString` were not. */
export function param(params: Params, key: string): string | undefined {
  return Object.hasOwn(params, key) ? params[key] : undefined;
}

/** `N[s|m|h|d]`, in seconds; a number alone is seconds. */
export function duration(text: string): number {
  const match = /^([0-9]+)([smhd]?)$/.exec(text);
  if (match === null) throw new Error(`not a duration: ${text}`);
  const unit = match[2];
  if (unit === 'm') return Number(match[1]) * 60;
  if (unit === 'h') return Number(match[1]) * 3600;
  if (unit === 'd') return Number(match[1]) * 86400;
  return Number(match[1]);
}
