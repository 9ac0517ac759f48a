import type { Terminal } from './io/terminal.ts';

/** A verb: what help says of it, what it takes, and what it does. */
export interface Command<Known extends OptionSpecs = OptionSpecs> {
  readonly arguments: readonly Argument[];
  readonly options: Known;
  /** Paragraphs that say what the lists do not. */
  readonly notes?: readonly string[];
  readonly examples: readonly Example[];
  /** Does it, and gives the exit status. */
  run(given: Given<Known>, terminal: Terminal): Promise<Status>;
}

/** 0 clean, 1 a finding, 2 misuse or unreadable input. */
export type Status = 0 | 1 | 2;

export interface Argument {
  readonly name: string;
  readonly says: string;
  readonly optional?: true;
  /** May stand again and again; only the last can. */
  readonly many?: true;
}

/** An option's name is its key; with `value`, which is how help calls it, it takes one. */
export interface Option {
  readonly says: string;
  /** The letter behind a single dash that stands for it. */
  readonly short?: string;
  readonly value?: string;
  /** May stand again and again. */
  readonly many?: true;
}

export type OptionSpecs = { readonly [name: string]: Option };

export interface Example {
  readonly run: string;
  readonly says: string;
}

/** What stood on the command line. */
export interface Given<Known extends OptionSpecs = OptionSpecs> {
  readonly args: readonly string[];
  readonly options: { readonly [Name in keyof Known]?: ValueOf<Known[Name]> };
}

type ValueOf<One extends Option> = One extends { readonly value: string; readonly many: true }
  ? readonly string[]
  : One extends { readonly value: string }
    ? string
    : One extends { readonly value?: never }
      ? true
      : string | true;

/** Declares a verb; its `run` knows the types of its options. */
export const command = <const Known extends OptionSpecs>(declared: Command<Known>): Command<Known> => declared;
