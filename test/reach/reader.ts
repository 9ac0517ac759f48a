import type { Step, System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

/** Reads a line of a system's scenario text. */
export const reader =
  (system: System) =>
  (line: string): Step[] => [...readScenario(system, line)];
