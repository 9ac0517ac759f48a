import type { Code, View } from '../model/index.ts';
import { frozen, recorded } from './recording.ts';
import type { FaultKind, Patience, Predicate, UiAnswer } from './report.ts';

/** What became of a question: what the UI does, or how the predicate failed. */
export type UiOutcome =
  | { readonly enabled: boolean; readonly code: Code | undefined; readonly silent: boolean }
  | { readonly fault: FaultKind; readonly says: string };

export interface PredicateRun {
  readonly outcome: UiOutcome;
  /** The names of the view that were read, in the order in which they were first. */
  readonly read: readonly string[];
}

const WITHOUT_END: Patience = { call: (ask) => ask(), wait: (answer) => answer };

/** Puts questions to a predicate, and takes whatever it does for an outcome. */
export class Asker {
  /** How many questions were put. */
  asked = 0;
  /** Whether an answer was waited for. */
  waited = false;
  private readonly predicate: Predicate;
  private readonly patience: Patience;
  private readonly silence: UiAnswer | undefined;

  constructor(predicate: Predicate, patience: Patience = WITHOUT_END, silence?: UiAnswer) {
    this.predicate = predicate;
    this.patience = patience;
    this.silence = silence;
  }

  /** Asks with a view that tells what is read of it. */
  async recording(command: string, view: View): Promise<PredicateRun> {
    const read = new Set<string>();
    const outcome = await this.put(
      command,
      recorded(view, (name) => read.add(name)),
    );
    return { outcome, read: [...read] };
  }

  /** Asks with the view as a UI has it. */
  plainly(command: string, view: View): Promise<UiOutcome> {
    return this.put(command, frozen(view));
  }

  private async put(command: string, view: View): Promise<UiOutcome> {
    this.asked += 1;
    try {
      const answer = this.patience.call(() => this.predicate(command, view));
      if (!isPromise(answer)) return this.outcomeOf(answer);
      this.waited = true;
      return this.outcomeOf(await this.patience.wait(Promise.resolve(answer)));
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') return { fault: 'timed-out', says: error.message };
      return { fault: 'threw', says: wordsOf(error) };
    }
  }

  private outcomeOf(answer: unknown): UiOutcome {
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
