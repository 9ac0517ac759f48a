import type { Code, CodeName, Step, Value, View } from '../model/index.ts';

/** What a UI does with a command: offers it or not, and, where it says so, with which code it would be refused. */
export type UiAnswer = boolean | { readonly enabled: boolean; readonly code?: Code };

/** A UI's gating: does it offer this command here? */
export type Predicate = (command: string, view: View) => UiAnswer | Promise<UiAnswer>;

/**
 * `offered`: enabled, and the model refuses. `withheld`: disabled, and the model accepts. `wrong-code`: disabled rightly,
 * with another code than the model's. `faulty`: the predicate itself failed.
 */
export type MismatchKind = 'offered' | 'withheld' | 'wrong-code' | 'faulty';

/** How a predicate fails: it throws, does not answer in time, answers something else, or not the same when asked again. */
export type FaultKind = 'threw' | 'timed-out' | 'no-answer' | 'unstable';

/** A kind of mismatch: all situations in which the UI does one thing with a command and the model another. */
export interface Mismatch {
  readonly command: string;
  readonly ui: 'enabled' | 'disabled' | 'faulty';
  readonly model: 'accepted' | 'rejected';
  /** The model's code. */
  readonly error?: CodeName;
  /**
   * In how many situations of the space it holds: with the facts as they usually are; where it holds in none of these, with
   * as few facts as possible otherwise, each situation counted once for each such choice.
   */
  readonly situations: number;
  /** A scenario that leads to one of them, line by line; the command itself is not a part of it. */
  readonly scenario: readonly string[];
  /** What the UI sees there. */
  readonly view: View;
  readonly kind: MismatchKind;
  /** The code that the UI gives. */
  readonly uiCode?: Code;
  /** Why the model refuses, in words. */
  readonly reason?: string;
  /** The names of the view that the predicate read for its answer: `SCAN`, `linkUnstable`. */
  readonly read: readonly string[];
  /** What went wrong in the predicate. */
  readonly fault?: { readonly kind: FaultKind; readonly says: string };
  /** Facts that had to be other than the space has them. */
  readonly facts?: { readonly [fact: string]: Value };
}

/** A mismatch for which no scenario could be found that shows it when run: perhaps no situation is ever so. */
export type Unconfirmed = Omit<Mismatch, 'scenario' | 'view'>;

/** What was asked, and of what. */
export interface Coverage {
  /** Situations of the entity and those that it stands with. */
  readonly situations: number;
  readonly commands: readonly string[];
  /** How many times the predicate was asked. */
  readonly asked: number;
  /** How many distinct ways of answering there were: leaves of the decision trees of all commands. */
  readonly leaves: number;
  /** Facts that the space's situations decide. */
  readonly decided: readonly string[];
  /** Facts that were varied besides, with the values that no situation of the space has. */
  readonly varied: { readonly [fact: string]: readonly Value[] };
  /** How many of these were otherwise at a time: all of them, or at most so many. */
  readonly together: number | 'all';
  /** Regions of the entity that stay where they begin, and were not varied. */
  readonly still: readonly string[];
  /** Every situation was covered for every command. */
  readonly exhaustive: boolean;
  /** Where not: the commands whose gating read so much that a part of its views was asked, and how many situations these were. */
  readonly partly: readonly { readonly command: string; readonly covered: number }[];
  /** Situations times commands of which the subject says nothing, where it can say nothing. */
  readonly unspoken?: { readonly situations: number; readonly commands: readonly string[] };
}

export interface GatingReport {
  readonly system: string;
  readonly entity: string;
  readonly mismatches: readonly Mismatch[];
  readonly unconfirmed: readonly Unconfirmed[];
  readonly covered: Coverage;
  /** What was covered, and what else there is to say, in sentences, where no predicate was asked but a page shown. */
  readonly says?: readonly string[];
}

export interface GatingOptions {
  /** Reads a line of scenario text. */
  readonly read: (line: string) => readonly Step[];
  /** Only these commands; default: all of the entity. */
  readonly commands?: readonly string[];
  /** How many asynchronous answers are waited for at a time. Default 8. */
  readonly concurrency?: number;
  /** Ends an answer that does not come: it throws a `TimeoutError` then. Without it one waits for ever. */
  readonly patience?: Patience;
  /**
   * Ways of answering that are followed for one command at most; of a predicate that has more, as many single situations
   * are asked besides. Default 1,000.
   */
  readonly most?: number;
  /** The answer that stands for none: situations in which it is given are counted. */
  readonly silence?: UiAnswer;
  readonly progress?: (says: string) => void;
}

/** How long one waits for an answer: the engine has no clock of its own. */
export interface Patience {
  /** Calls, and throws an error named `TimeoutError` where that takes too long. */
  call<Result>(ask: () => Result): Result;
  /** The promise, or one that is rejected with an error named `TimeoutError` when it takes too long. */
  wait<Result>(answer: Promise<Result>): Promise<Result>;
}
