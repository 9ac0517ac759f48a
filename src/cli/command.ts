import type { Terminal } from './io/terminal.ts';

/** A verb: its arguments, options, help and work. */
export interface Command<Known extends OptionSpecs = OptionSpecs> {
  readonly arguments: readonly Argument[];
  readonly options: Known;
  /** Further paragraphs of its help. */
  readonly notes?: readonly string[];
  readonly examples: readonly Example[];
  /** Returns the exit status. */
  run(given: Given<Known>, terminal: Terminal): Promise<Status>;
}

/** An exit status: 0 clean, 1 a finding, 2 misuse or unreadable input. */
export type Status = 0 | 1 | 2;

interface Argument {
  readonly name: string;
  readonly says: string;
  readonly optional?: true;
  /** May be repeated. Only the last argument can. */
  readonly many?: true;
}

/** An option, whose name is its key. It takes a value if it has `value`, the word for it in the help. */
interface Option {
  readonly says: string;
  /** Its letter after a single dash. */
  readonly short?: string;
  readonly value?: string;
  /** May be repeated. */
  readonly many?: true;
}

export type OptionSpecs = { readonly [name: string]: Option };

interface Example {
  readonly run: string;
  readonly says: string;
}

/** The arguments and options of a call. */
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

/** Declares a verb, so that `run` has the types of its options. */
export const command = <const Known extends OptionSpecs>(declared: Command<Known>): Command<Known> => declared;
