import { egnyte } from '../../../machines/egnyte/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import type { StepResult } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';

/** The result of each step of a scenario, given as lines. */
export const run = (...lines: readonly string[]): StepResult[] => {
  const simulator = new Simulator(egnyte);
  return readScenario(egnyte, lines.join('\n')).map((step) => simulator.run(step));
};

/** The missed expectations, each with the actual result. */
export const missed = (...lines: readonly string[]): StepResult[] => run(...lines).filter((result) => result.missed);

/** The last step's rejection or outcome. */
export function answerTo(...lines: readonly string[]): number | string | undefined {
  const last = run(...lines).at(-1);
  return last?.error?.code ?? last?.outcome;
}

/** What the last step changed, each phase in its order: `agent:1 AGENT INACTIVE`. */
export const changesOf = (...lines: readonly string[]): string[] =>
  (run(...lines).at(-1)?.changes ?? []).map(({ entity, phase, status, error }) =>
    [entity, phase, String(status), ...(error ? [error.code] : [])].join(' '),
  );
