import type { Code, System } from '../model/index.ts';
import type { Frame } from './page.ts';

/** A step of a scenario, as pictures show it. */
export interface ToldStep {
  /** From 1. */
  readonly step: number;
  /** The step as it is written. */
  readonly text: string;
  /** The step was a command and was refused. */
  readonly refused?: { readonly code: Code; readonly name: string; readonly reason?: string };
}

/** The vendor's name of a code; the code itself if the catalogue does not list it. */
export const catalogueName = ({ codes }: System, code: Code): string =>
  codes.find((row) => row.code === code)?.name ?? String(code);

/** `671 SYNC_STOP_REQUIRED_ERR`; once if the vendor's code is its name. */
export const codeAndName = ({ code, name }: { readonly code: Code; readonly name: string }): string =>
  name === String(code) ? name : `${code} ${name}`;

export const refusalSentence = ({ step, text, refused }: ToldStep): string =>
  `${step} ${text}${refused ? `: refused with ${codeAndName(refused)}` : ''}`;

/** The steps below a picture, with the numbers that it shows. */
export const stepLegend = (steps: readonly ToldStep[]): Frame['legend'] =>
  steps.map(({ step, text, refused }) => ({
    text: `${step} ${text}${refused ? ` ✗ ${codeAndName(refused)}` : ''}`,
    look: refused ? 'error' : 'way',
  }));
