import type { Simulator } from '../../engine/simulate.ts';
import type { Report } from './report.ts';

/** The results of steps as JSON, one object a line. */
export const resultLines = (simulator: Simulator): Report => ({
  step(_step, taken, _opening, out) {
    out.write(`${JSON.stringify(simulator.result(taken))}\n`);
  },
  end: () => [],
});
