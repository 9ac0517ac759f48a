import { statements } from '../../src/laws/statements.ts';
import type { Step } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { parting } from '../oracle/parting.ts';
import { scenariosOf } from '../oracle/scenarios.ts';
import { suites } from '../oracle/suites.ts';
import { Coverage } from '../random/coverage.ts';
import { findNone } from '../random/replay.ts';

/**
 * What test/oracle and test/laws ask, in a process of its own and up to the first difference, which ends it by an error:
 * nine of ten mutants need no more, and need not wait for the whole of a test run.
 */
const SEED = 20_260_101;
const chosen = process.argv[2];

for (const suite of suites.filter(({ system }) => chosen === undefined || system.name === chosen)) {
  const { system, walks, corners = {} } = suite;
  const coverage = new Coverage(system);
  const part = (steps: readonly Step[]): string | undefined => parting(suite, steps, coverage);
  for (const law of Object.values(statements)) fail(law(system)[0]);
  for (const text of [...scenariosOf(system.name).map(([, each]) => each), ...Object.values(corners)]) {
    fail(part(readScenario(system, text)));
  }
  for (const { name, steps, runs } of walks) {
    findNone(steps, { seed: SEED, runs, file: 'test/oracle/agreement.test.ts', test: name }, part);
  }
}

function fail(finding: string | undefined): void {
  if (finding !== undefined) throw new Error(finding);
}
