import { getSystemErrorMessage } from 'node:util';

/** Why the system refused, in words; undefined for any other error. */
export function systemReason(error: unknown): string | undefined {
  const { errno } = (error ?? {}) as NodeJS.ErrnoException;
  return errno === undefined ? undefined : getSystemErrorMessage(errno);
}
