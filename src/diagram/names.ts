import { type Code, type System, statusOf } from '../model/index.ts';

/** A state as pictures and pages call it. */
export const stateTitle = (state: string): string => statusOf(state) ?? 'not run';

/** The vendor's name of a code; the code itself if the catalogue does not list it. */
export const catalogueName = ({ codes }: System, code: Code): string =>
  codes.find((row) => row.code === code)?.name ?? String(code);
