import { type ChildProcess, fork } from 'node:child_process';
import type { Question, Verdict } from './judge.ts';

/** A mutant that takes this many times as long as the original code counts as lost. */
const LOST = 8;
/** Reloaded modules stay in memory, so the process is restarted after this many questions. */
const QUESTIONS = 40;

/** The answer to a question; `lost` if it took too long, or the process died. */
export type Answer = Verdict | { readonly lost: 'time' | 'crash' };

/** The judge in a process of its own, which is ended if it does not answer in time. */
export class Judging {
  private child: ChildProcess | undefined;
  private asked = 0;
  private readonly limits = new Map<string, number>();

  async ask(question: Question): Promise<Answer> {
    const key = `${question.system} ${question.length}`;
    const limit = this.limits.get(key) ?? (await this.measure(key, question));
    return this.answer(question, limit);
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
    this.asked = 0;
  }

  /** The time limit, from how long the answer takes without a mutation. A check that fails even then is an error. */
  private async measure(key: string, question: Question): Promise<number> {
    const began = performance.now();
    const answer = await this.answer({ ...question, mutation: undefined });
    if (!('failed' in answer) || answer.failed !== null) {
      throw new Error(`without any mutant: ${JSON.stringify(answer)}`);
    }
    const limit = LOST * (performance.now() - began);
    this.limits.set(key, limit);
    return limit;
  }

  private answer(question: Question, limit?: number): Promise<Answer> {
    if (this.asked >= QUESTIONS) this.end();
    this.asked += 1;
    this.child ??= fork(new URL('judge.ts', import.meta.url), { execArgv: ['--no-warnings'], stdio: 'ignore' });
    const { child } = this;
    return new Promise((resolve) => {
      const done = (answer: Answer): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if ('lost' in answer) this.end();
        resolve(answer);
      };
      const timer = limit === undefined ? undefined : setTimeout(() => done({ lost: 'time' }), limit);
      child.once('message', (verdict: Verdict) => done(verdict));
      child.once('exit', () => done({ lost: 'crash' }));
      child.send(question);
    });
  }
}
