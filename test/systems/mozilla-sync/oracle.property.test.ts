import { describe, expect, it } from 'vitest';
import { mozillaSync } from '../../../machines/mozilla-sync/system.ts';
import type { Step } from '../../../src/model/index.ts';
import { disagreement, Product } from '../../random/compare.ts';
import { Coverage } from '../../random/coverage.ts';
import { findNone, replaying } from '../../random/replay.ts';
import { blindWalks, walks } from '../../random/walks.ts';
import { crowded, hints } from './oracle/hints.ts';
import { OracleSide } from './oracle/side.ts';

const file = 'test/systems/mozilla-sync/oracle.property.test.ts';
const SEED = 20_251_121;

const wide = walks(mozillaSync, hints, { length: 120, likely: 70 });
const narrow = walks(mozillaSync, crowded, { length: 120, likely: 70 });
const coverage = new Coverage(mozillaSync);

/** Takes the steps in the model and in the oracle, and says where they part. */
function parting(steps: readonly Step[]): string | undefined {
  const product = new Product(mozillaSync);
  const found = disagreement(steps, product, new OracleSide(), {
    before: (step) => coverage.before(product.world, step),
    after: (step, seen) => coverage.after(step, seen),
  });
  if (!found) return undefined;
  const { step, line, ours, theirs } = found;
  return `The model and the oracle part at step ${step}, ${line}\n  model:  ${ours}\n  oracle: ${theirs}`;
}

describe('the model and the oracle agree', () => {
  it('wherever walks lead', () => {
    findNone(wide, { seed: SEED, runs: 60, file, test: 'wherever walks lead' }, parting);
  });

  it('near the quota', () => {
    findNone(narrow, { seed: SEED, runs: 60, file, test: 'near the quota' }, parting);
  });

  it('on blind walks', () => {
    const blind = blindWalks(mozillaSync, hints, 100);
    findNone(blind, { seed: SEED, runs: 30, file, test: 'on blind walks' }, parting);
  });

  it('on walks from a fresh seed', () => {
    const seed = Date.now() % 2 ** 31;
    console.info(`mozilla-sync: fresh walks from seed ${seed}`);
    findNone(wide, { seed, runs: 15, file, test: 'on walks from a fresh seed' }, parting);
    findNone(narrow, { seed, runs: 15, file, test: 'on walks from a fresh seed' }, parting);
  });
});

describe.skipIf(replaying)('the walks', () => {
  it('meet every rule of every command', () => expect(coverage.missingRules()).toEqual([]));
  it('see every command accepted', () => expect(coverage.missing('commands', 'accepted')).toEqual([]));
  it('see every report applied', () => expect(coverage.missing('reports', 'applied')).toEqual([]));
  it('see no report ignored', () => {
    const reports = ['node', 'server'].flatMap((kind) =>
      Object.keys(mozillaSync.entities[kind as 'node' | 'server'].reports).map((report) => `${kind} ${report}`),
    );
    expect(coverage.missing('reports', 'ignored').sort()).toEqual(reports.sort());
  });
});
