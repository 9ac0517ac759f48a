import type { Code, View } from '../model/index.ts';
import { frozen, type Reader, recorded } from './recording.ts';
import type { ControlState, FaultKind, Patience, Predicate, UiAnswer } from './report.ts';

/** The outcome of a question: what the UI does, or how the predicate failed. */
export type UiOutcome =
  | {
      readonly enabled: boolean;
      readonly code: Code | undefined;
      readonly silent: boolean;
      readonly control?: ControlState;
    }
  | { readonly fault: FaultKind; readonly says: string };

/** A question to a predicate. */
export interface GatingQuestion {
  readonly command: string;
  readonly view: View;
  /** Called with what is read of the view; without it the view is a plain one, as a UI has it. */
  readonly reader?: Reader;
}

/** A source of questions to a predicate; several may be asked before the first answer is used. */
export interface Inquiry<Question extends GatingQuestion = GatingQuestion> {
  /** Undefined if no question is left, or none until an answer is used. */
  next(): Question | undefined;
  take(outcome: UiOutcome, question: Question): void;
  /** Ends the inquiry: pending questions are dropped. */
  readonly stopped?: boolean;
}

/** How many questions are asked under one watchdog. */
const AT_ONCE = 32;

const WITHOUT_END: Patience = {
  each: (step) => {
    while (step());
  },
  wait: (answer) => answer,
};

/** Asks a predicate questions, and makes an outcome of whatever it does. */
export class Asker {
  /** How many questions were asked. */
  asked = 0;
  /** Whether any answer was a promise. */
  waited = false;
  private readonly predicate: Predicate;
  private readonly patience: Patience;
  private readonly silence: UiAnswer | undefined;

  constructor(predicate: Predicate, patience: Patience = WITHOUT_END, silence?: UiAnswer) {
    this.predicate = predicate;
    this.patience = patience;
    this.silence = silence;
  }

  /**
   * Asks all the questions of an inquiry, many under one watchdog. Only the predicate runs under it: it may be cut off
   * anywhere, which would leave any other work half done.
   */
  async run<Question extends GatingQuestion>(inquiry: Inquiry<Question>): Promise<void> {
    const waiting: Question[] = [];
    for (;;) {
      if (inquiry.stopped) return;
      while (waiting.length < AT_ONCE) {
        const question = inquiry.next();
        if (!question) break;
        waiting.push(question);
      }
      if (waiting.length === 0) return;
      const { outcomes, late } = this.putAll(waiting);
      if (late) outcomes.push(await this.waitFor(late));
      const asked = waiting.splice(0, outcomes.length);
      outcomes.forEach((outcome, index) => {
        inquiry.take(outcome, asked[index] as Question);
      });
    }
  }

  /** The outcomes of the first questions: of all, or up to one that is too late or still pending (`late`). */
  private putAll(questions: readonly GatingQuestion[]): { outcomes: UiOutcome[]; late: Promise<unknown> | undefined } {
    const outcomes: UiOutcome[] = [];
    let late: Promise<unknown> | undefined;
    let asking = 0;
    try {
      this.patience.each(() => {
        asking = outcomes.length;
        const answer = this.put(questions[outcomes.length] as GatingQuestion);
        if (isPromise(answer)) late = Promise.resolve(answer);
        else outcomes.push(answer);
        return late === undefined && outcomes.length < questions.length;
      });
    } catch (error) {
      if (!isTimeout(error)) throw error;
      // Time may run out just after an answer arrived.
      if (!late && outcomes.length === asking) outcomes.push({ fault: 'timed-out', says: error.message });
    }
    if (late) this.waited = true;
    return { outcomes, late };
  }

  async once(asked: GatingQuestion): Promise<UiOutcome> {
    const questions = [asked];
    const outcomes: UiOutcome[] = [];
    await this.run({ next: () => questions.pop(), take: (outcome) => void outcomes.push(outcome) });
    return outcomes[0] as UiOutcome;
  }

  /** The outcome, or a promise of an answer. */
  private put({ command, view, reader }: GatingQuestion): UiOutcome | PromiseLike<unknown> {
    this.asked += 1;
    const shown = reader ? recorded(view, reader) : frozen(view);
    try {
      const answer = this.predicate(command, shown);
      return isPromise(answer) ? answer : this.outcomeOf(answer);
    } catch (error) {
      return { fault: 'threw', says: wordsOf(error) };
    }
  }

  private async waitFor(answer: Promise<unknown>): Promise<UiOutcome> {
    try {
      return this.outcomeOf(await this.patience.wait(answer));
    } catch (error) {
      return isTimeout(error) ? { fault: 'timed-out', says: error.message } : { fault: 'threw', says: wordsOf(error) };
    }
  }

  private outcomeOf(answer: unknown): UiOutcome {
    if (answer === undefined) return { fault: 'undefined', says: 'answered undefined' };
    const silent = this.silence !== undefined && answer === this.silence;
    if (typeof answer === 'boolean') return { enabled: answer, code: undefined, silent };
    if (typeof answer === 'object' && answer !== null) {
      // Each is read once: it may be a getter.
      const { enabled, code } = answer as { readonly enabled?: unknown; readonly code?: unknown };
      if (typeof enabled === 'boolean') {
        if (code === undefined || code === null) return { enabled, code: undefined, silent };
        if (typeof code === 'string' || typeof code === 'number') return { enabled, code, silent };
      }
    }
    return { fault: 'no-answer', says: `answered ${shown(answer)}` };
  }
}

/** Whether two outcomes are the same. */
export function same(one: UiOutcome, other: UiOutcome): boolean {
  if ('fault' in one || 'fault' in other) return 'fault' in one && 'fault' in other && one.fault === other.fault;
  return one.enabled === other.enabled && one.code === other.code;
}

/** What a predicate threw may itself throw when it is read. */
function isTimeout(error: unknown): error is Error {
  try {
    return error instanceof Error && error.name === 'TimeoutError';
  } catch {
    return false;
  }
}

const isPromise = (answer: unknown): answer is PromiseLike<unknown> =>
  typeof answer === 'object' && answer !== null && 'then' in answer && typeof answer.then === 'function';

/** Whatever was thrown, in one line. */
function wordsOf(error: unknown): string {
  try {
    return (
      (error instanceof Error ? `${error.name}: ${error.message}` : `threw ${shown(error)}`).split('\n', 1)[0] ?? ''
    );
  } catch {
    return 'threw something that cannot be shown';
  }
}

/** An answer as a message shows it. */
function shown(answer: unknown): string {
  if (typeof answer === 'function') return 'a function';
  if (typeof answer === 'bigint' || typeof answer === 'symbol') return String(answer);
  try {
    const text = JSON.stringify(answer) ?? String(answer);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  } catch {
    return 'an object that cannot be shown';
  }
}

const LONGEST = 60;
