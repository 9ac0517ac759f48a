import { type Params, param } from '../../../oracle/types.ts';

/** One of the parameters whose form is a number (unmodifiedSince, size); null if it is not given. */
export function numberParam(params: Params, key: string): number | null {
  const text = param(params, key);
  return text === undefined ? null : Number(text);
}
