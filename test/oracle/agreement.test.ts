import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { Coverage } from '../random/coverage.ts';
import { findNone, replaying } from '../random/replay.ts';
import { seedOr } from '../random/seed.ts';
import { parting } from './parting.ts';
import { scenariosOf } from './scenarios.ts';
import { suites } from './suites.ts';

const file = 'test/oracle/agreement.test.ts';
const SEED = seedOr(20_260_101);
const TIME = 240_000;

describe.for(suites)('$system.name', (suite) => {
  const { system, walks, corners = {}, covered } = suite;
  const coverage = new Coverage(system);
  const part = (steps: readonly Step[]): string | undefined => parting(suite, steps, coverage);
  const { rareGates = [], codes = [], neverAccepted = [], neverApplied = [], neverIgnored = [] } = covered;
  const missingRules = (): string[] =>
    coverage.missingRules().filter((rule) => !rareGates.some((gate) => rule.endsWith(gate)));

  describe('model and oracle agree', () => {
    it('on every change of the acceptance scenarios', () => {
      for (const [name, text] of scenariosOf(system.name)) {
        expect(part(readScenario(system, text)), name).toBeUndefined();
      }
    });

    it.for(Object.entries(corners))('in a corner: %s', ([, text]) =>
      expect(part(readScenario(system, text))).toBeUndefined(),
    );

    it.for(walks)('$name', { timeout: TIME }, ({ name, steps, runs, batches = 1 }) => {
      const test = `${system.name} model and oracle agree ${name}`;
      for (let batch = 0; batch === 0 || (batch < batches && !replaying && missingRules().length > 0); batch += 1) {
        findNone(steps, { seed: SEED + batch, runs, file, test }, part);
      }
    });
  });

  // A single replayed walk need not meet everything.
  describe.skipIf(replaying)('the comparison', () => {
    it('meets every rule of every command', () => expect(missingRules()).toEqual([]));
    it('meets the codes that no rule gives', () =>
      expect(codes.filter((code) => !coverage.answered(code))).toEqual([]));
    it('sees every command accepted', () => expect(coverage.missing('commands', 'accepted')).toEqual(neverAccepted));
    it('sees every report applied', () => expect(coverage.missing('reports', 'applied')).toEqual(neverApplied));
    it('sees every report ignored', () => expect(coverage.missing('reports', 'ignored')).toEqual(neverIgnored));
    it('takes enough steps', () => expect(coverage.steps).toBeGreaterThan(covered.steps));
  });
});
