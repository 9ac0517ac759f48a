import type { Code, CodeName, Step, View } from '../model/index.ts';
import type { Count } from '../reach/count-steps.ts';
import type { SystemAnswers } from '../reach/shipped.ts';

/** What a UI does with a command: whether it offers it and, if it says so, the code with which it would be refused. */
export type UiAnswer = boolean | { readonly enabled: boolean; readonly code?: Code };

/** A UI's gating: does it offer this command here? It answers undefined for a command that it has no control for. */
export type Predicate = (command: string, view: View) => UiAnswer | undefined | Promise<UiAnswer | undefined>;

/**
 * `offered`: enabled, but the model refuses. `withheld`: disabled, but the model accepts. `wrong-code`: rightly disabled,
 * but with another code than the model's. `faulty`: the UI itself failed.
 */
export type MismatchKind = 'offered' | 'withheld' | 'wrong-code' | 'faulty';

/**
 * How a UI fails: it throws, does not answer in time, answers something else, or not the same when asked again; it
 * answers undefined in some situations and not in others; it has a control for a command that the model does not know; a
 * live page shows no control at all.
 */
export type FaultKind =
  | 'threw'
  | 'timed-out'
  | 'no-answer'
  | 'unstable'
  | 'undefined'
  | 'unknown-command'
  | 'no-control';

/** A number of situations; as text where it is above 2⁵³. */
export type SituationCount = Count;

/** A kind of mismatch: all situations in which the UI does one thing with a command and one gate of the model another. */
export interface Mismatch {
  readonly command: string;
  readonly ui: 'enabled' | 'disabled' | 'faulty';
  readonly model: 'accepted' | 'rejected';
  /** The model's code. */
  readonly error?: CodeName;
  /** In how many decided situations it holds. */
  readonly situations: SituationCount;
  /** A scenario that leads to one of them, line by line; the command itself is not a part of it. None if unconfirmed. */
  readonly scenario?: readonly string[];
  /** What the UI sees there; if unconfirmed, in one of the situations. */
  readonly view: View;
  /** What the UI misses, in words: the gate that decides, whatever the command. */
  readonly cause: string;
  readonly kind: MismatchKind;
  /** No scenario was found that shows it, nor a proof that there is none. */
  readonly unconfirmed?: true;
  /** The code that the UI gives. */
  readonly uiCode?: Code;
  /** Why the model refuses, in words. */
  readonly reason?: string;
  /** The names of the view that the predicate read there: `SCAN`, `linkUnstable`. */
  readonly read: readonly string[];
  /** What went wrong in the predicate or on the page. */
  readonly fault?: { readonly kind: FaultKind; readonly says: string };
  /** Why a live page does not offer the command. */
  readonly control?: ControlState;
  /** What may have been forgotten on a live page that offers the command nowhere. */
  readonly hint?: string;
}

/** How a control that cannot be used is found on a live page. */
export type ControlState = 'disabled' | 'hidden' | 'not found';

/**
 * `exhaustive`: every situation was decided. `classes`: every reachable combination of which gates of the command hold
 * was, each also with every other phase and fact varied one at a time. `partial`: less than that.
 */
export type CoverageLevel = 'exhaustive' | 'classes' | 'partial';

/** What was checked, and what was not. */
export interface Summary {
  /** The lowest of the commands. */
  readonly level: CoverageLevel;
  readonly situations: SituationCount;
  readonly mismatches: number;
  readonly causes: number;
  /** How many mismatches are unconfirmed. */
  readonly unconfirmed: number;
  readonly commands: { readonly [command: string]: { readonly level: CoverageLevel } };
  /** Gates that decided in none of the situations tried: kind, command, gate, code. */
  readonly unexercised: readonly string[];
  /** What was held still, in words. */
  readonly notCovered: readonly string[];
  /** How many questions the predicate was asked. */
  readonly asked: number;
  /** Commands that the UI has no control for. */
  readonly uncontrolled: readonly string[];
  /** Situations, counted for each command, for which a table has no row; commands for which it has no row at all. */
  readonly unspoken?: { readonly situations: SituationCount; readonly commands: readonly string[] };
}

export interface GatingReport {
  readonly system: string;
  readonly entity: string;
  readonly mismatches: readonly Mismatch[];
  readonly summary: Summary;
  /** For a live page: what was covered, and other remarks, in sentences. */
  readonly says?: readonly string[];
}

export interface GatingOptions {
  /** Reads a line of scenario text. */
  readonly read: (line: string) => readonly Step[];
  /** Only these commands; default: all of the entity. */
  readonly commands?: readonly string[];
  /** The commands that the subject says it has controls for. */
  readonly controls?: readonly string[];
  /** What is shipped of the system; without it the situations are computed first. */
  readonly shipped?: SystemAnswers;
  /** Ends an answer that does not come in time, with a `TimeoutError`. Without it there is no limit. */
  readonly patience?: Patience;
  /**
   * The most paths of a command's decision tree. A predicate that has more is asked about each combination of gates that
   * hold. Default 20,000.
   */
  readonly most?: number;
  /** The answer that means that a table has no row; situations with it are counted. */
  readonly silence?: UiAnswer;
  readonly progress?: (says: string) => void;
}

/** A limit on the time of an answer, passed in because the library has no clock of its own. */
export interface Patience {
  /**
   * Repeats a step until it returns false. Throws an error named `TimeoutError` if one step takes too long, and can then be
   * called again.
   */
  each(step: () => boolean): void;
  /** The promise, or one that is rejected with an error named `TimeoutError` when it takes too long. */
  wait<Result>(answer: Promise<Result>): Promise<Result>;
}

/** Whether the gating is clean: no mismatch, and every gate tried. With `allowPartial`, a partial check is enough. */
export function isClean(
  { level, unexercised }: Summary,
  mismatches: readonly Mismatch[],
  { allowPartial = false }: { readonly allowPartial?: boolean | undefined } = {},
): boolean {
  return mismatches.length === 0 && (allowPartial || (level !== 'partial' && unexercised.length === 0));
}
