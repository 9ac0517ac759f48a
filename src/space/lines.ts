import type { Step } from '../model/index.ts';

/** Reads a line of scenario text. */
export type Read = (line: string) => readonly Step[];

/** The line that stands for the usual opening of a system. */
export const OPENING = 'given ready';
