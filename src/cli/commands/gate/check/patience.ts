import { Script } from 'node:vm';
import type { Patience } from '../../../../gating/report.ts';

/** The call that is under way: a script of its own makes it, as only a script can be ended from outside. */
const slot: { ask: (() => unknown) | undefined } = { ask: undefined };
const NAME = Symbol.for('lifecycle.gating.ask');
const script = new Script(`globalThis[Symbol.for('lifecycle.gating.ask')]()`);

/** Ends what takes longer, also a predicate that never comes back: Node ends the script that calls it. */
export function patienceOf(milliseconds: number): Patience {
  const late = (): Error => {
    const error = new Error(`gave no answer within ${milliseconds / 1000} s`);
    error.name = 'TimeoutError';
    return error;
  };
  return {
    call<Result>(ask: () => Result): Result {
      slot.ask = ask;
      Object.defineProperty(globalThis, NAME, { configurable: true, value: () => slot.ask?.() });
      try {
        return script.runInThisContext({ timeout: milliseconds }) as Result;
      } catch (error) {
        if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw late();
        throw error;
      }
    },
    async wait<Result>(answer: Promise<Result>): Promise<Result> {
      let timer: NodeJS.Timeout | undefined;
      const end = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(late()), milliseconds);
      });
      try {
        return await Promise.race([answer, end]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
