import { Script } from 'node:vm';
import type { Patience } from '../../../../gating/report.ts';

/** The steps that run now. They run in a script, because only a script can be stopped from outside. */
const slot: { steps: (() => unknown) | undefined } = { steps: undefined };
const NAME = Symbol.for('lifecycle.gating.steps');
const script = new Script(`globalThis[Symbol.for('lifecycle.gating.steps')]()`);

/** The timeout is set once for all steps in this part of the limit, since setting it costs more than most steps. */
const PART = 100;

/** Stops whatever takes longer, even a predicate that never returns: Node stops the script that calls it. */
export function patienceOf(milliseconds: number): Patience {
  const late = (): Error => {
    const error = new Error(`gave no answer within ${milliseconds / 1000} s`);
    error.name = 'TimeoutError';
    return error;
  };
  const some = (step: () => boolean): boolean => {
    const end = performance.now() + milliseconds / PART;
    slot.steps = () => {
      while (performance.now() < end) if (!step()) return false;
      return true;
    };
    Object.defineProperty(globalThis, NAME, { configurable: true, value: () => slot.steps?.() });
    try {
      return script.runInThisContext({ timeout: milliseconds }) as boolean;
    } catch (error) {
      if ((error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw late();
      throw error;
    }
  };
  return {
    each(step) {
      while (some(step));
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
