import { type Code, codeAndName } from '../model/index.ts';
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

export const refusalSentence = ({ step, text, refused }: ToldStep): string =>
  `${step} ${text}${refused ? `: refused with ${codeAndName(refused)}` : ''}`;

/** The steps below a picture, with the numbers that it shows. */
export const stepLegend = (steps: readonly ToldStep[]): Frame['legend'] =>
  steps.map(({ step, text, refused }) => ({
    text: `${step} ${text}${refused ? ` ✗ ${codeAndName(refused)}` : ''}`,
    look: refused ? 'error' : 'way',
  }));
