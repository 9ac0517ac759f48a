import type { Simulator } from '../../engine/simulate.ts';
import type { Report } from './report.ts';

/** The results of steps as JSON, one object a line. With several files, each result names its file. */
export const resultLines = (simulator: Simulator, file?: string): Report => ({
  step(_step, taken, _place, out) {
    const result = simulator.result(taken);
    out.json(file === undefined ? result : { ...result, file });
  },
});
