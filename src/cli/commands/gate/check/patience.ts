import { Script } from 'node:vm';
import type { Patience } from '../../../../gating/report.ts';

/** The steps that are under way: a script of its own takes them, as only a script can be ended from outside. */
const slot: { steps: (() => unknown) | undefined } = { steps: undefined };
const NAME = Symbol.for('lifecycle.gating.steps');
const script = new Script(`globalThis[Symbol.for('lifecycle.gating.steps')]()`);

/** The watchdog is set anew for as many steps as are taken in such a part of the limit: setting it costs more than most. */
const PART = 100;

/** Ends what takes longer, also a predicate that never comes back: Node ends the script that calls it. */
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
