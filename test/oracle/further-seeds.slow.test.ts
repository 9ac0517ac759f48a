import { describe, it } from 'vitest';
import { Coverage } from '../random/coverage.ts';
import { findNone } from '../random/replay.ts';
import { seedOr } from '../random/seed.ts';
import { parting } from './parting.ts';
import { suites } from './suites.ts';

const file = 'test/oracle/further-seeds.slow.test.ts';
const SEED = seedOr(20_260_201);
const TIME = 240_000;

/** The walks of `agreement.test.ts` from two further seeds, so that `npm test` can do with one. */
describe.for(suites)('$system.name: model and oracle agree', (suite) => {
  const coverage = new Coverage(suite.system);

  describe.for([SEED, SEED + 1])('from seed %i', (seed) => {
    it.for(suite.walks)('$name', { timeout: TIME }, ({ name, steps, runs }) => {
      const test = `${suite.system.name}: model and oracle agree from seed ${seed} ${name}`;
      findNone(steps, { seed, runs, file, test }, (each) => parting(suite, each, coverage));
    });
  });
});
