import { dropsuite } from '../../../machines/dropsuite/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import type { StepResult } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';

/** A script is a scenario on one line: `;` separates steps, and `25×(backup error; wait 30m)` stands for fifty. */
export function run(script: string): { readonly simulator: Simulator; readonly results: readonly StepResult[] } {
  const simulator = new Simulator(dropsuite);
  const results = readScenario(dropsuite, textOf(script)).map((step) => simulator.run(step));
  return { simulator, results };
}

/** The missed expectations of a script. */
export const missed = (script: string): StepResult[] => run(script).results.filter((result) => result.missed);

/** Joins scripts; some may be empty. */
export const joined = (...scripts: readonly string[]): string => scripts.filter((script) => script !== '').join('; ');

const textOf = (script: string): string =>
  script
    .replace(/(\d+)×\(([^)]*)\)/g, (_, times: string, steps: string) => joined(...Array(Number(times)).fill(steps)))
    .replace(/; */g, '\n');
