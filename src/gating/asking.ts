import type { Code, View } from '../model/index.ts';
import { frozen, type Reader, recorded } from './recording.ts';
import type { FaultKind, Patience, Predicate, UiAnswer } from './report.ts';

/** What became of a question: what the UI does, or how the predicate failed. */
export type UiOutcome =
  | { readonly enabled: boolean; readonly code: Code | undefined; readonly silent: boolean }
  | { readonly fault: FaultKind; readonly says: string };

/** A question to a predicate. */
export interface GatingQuestion {
  readonly command: string;
  readonly view: View;
  /** Is told what is read of the view; without it the view is a plain one, as a UI has it. */
  readonly reader?: Reader;
}

/** Whoever has questions: they are asked one after another. */
export interface Inquiry {
  /** Undefined where there are no more. */
  next(): GatingQuestion | undefined;
  /** The outcome of the question that was asked last. */
  take(outcome: UiOutcome): void;
}

const WITHOUT_END: Patience = {
  each: (step) => {
    while (step());
  },
  wait: (answer) => answer,
};

/** Puts questions to a predicate, and takes whatever it does for an outcome. */
export class Asker {
  /** How many questions were put. */
  asked = 0;
  /** Whether an answer was waited for. */
  waited = false;
  private readonly predicate: Predicate;
  private readonly patience: Patience;
  private readonly silence: UiAnswer | undefined;
  private answering = false;

  constructor(predicate: Predicate, patience: Patience = WITHOUT_END, silence?: UiAnswer) {
    this.predicate = predicate;
    this.patience = patience;
    this.silence = silence;
  }

  /** Puts all the questions of an inquiry. */
  async run(inquiry: Inquiry): Promise<void> {
    let late: Promise<unknown> | undefined;
    let over = false;
    const step = (): boolean => {
      const question = inquiry.next();
      over = question === undefined;
      if (!question) return false;
      const answer = this.put(question);
      if (isPromise(answer)) late = Promise.resolve(answer);
      else inquiry.take(answer);
      return late === undefined;
    };
    while (!over) {
      try {
        this.patience.each(step);
      } catch (error) {
        // Only a predicate may be cut off: anything else would be left half done.
        if (!this.answering || !isTimeout(error)) throw error;
        this.answering = false;
        inquiry.take({ fault: 'timed-out', says: error.message });
      }
      if (late === undefined) continue;
      this.waited = true;
      const outcome = await this.waitFor(late);
      late = undefined;
      inquiry.take(outcome);
    }
  }

  /** Asks once, with the view as a UI has it. */
  async plainly(command: string, view: View): Promise<UiOutcome> {
    let questions: GatingQuestion[] = [{ command, view }];
    let outcome: UiOutcome | undefined;
    await this.run({
      next: () => {
        const [question] = questions;
        questions = [];
        return question;
      },
      take: (taken) => {
        outcome = taken;
      },
    });
    return outcome as UiOutcome;
  }

  /** The outcome, or a promise of an answer. */
  private put({ command, view, reader }: GatingQuestion): UiOutcome | PromiseLike<unknown> {
    this.asked += 1;
    const shown = reader ? recorded(view, reader) : frozen(view);
    this.answering = true;
    try {
      const answer = this.predicate(command, shown);
      this.answering = false;
      return isPromise(answer) ? answer : this.outcomeOf(answer);
    } catch (error) {
      this.answering = false;
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
    if (typeof answer === 'object' && answer !== null && 'enabled' in answer && typeof answer.enabled === 'boolean') {
      const code: unknown = 'code' in answer ? answer.code : undefined;
      if (code === undefined || code === null) return { enabled: answer.enabled, code: undefined, silent };
      if (typeof code === 'string' || typeof code === 'number') return { enabled: answer.enabled, code, silent };
    }
    return { fault: 'no-answer', says: `answered ${shown(answer)}` };
  }
}

/** Two outcomes that say the same. */
export function same(one: UiOutcome, other: UiOutcome): boolean {
  if ('fault' in one || 'fault' in other) return 'fault' in one && 'fault' in other && one.fault === other.fault;
  return one.enabled === other.enabled && one.code === other.code;
}

const isTimeout = (error: unknown): error is Error => error instanceof Error && error.name === 'TimeoutError';

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
