import { describe, expect, it } from 'vitest';
import { mozillaSync } from '../../../machines/mozilla-sync/system.ts';
import type { Step } from '../../../src/model/index.ts';
import { OracleSide } from '../../oracle/side.ts';
import { disagreement, Product } from '../../random/compare.ts';
import { Coverage } from '../../random/coverage.ts';
import { findNone, replaying } from '../../random/replay.ts';
import { blindWalks, walks } from '../../random/walks.ts';
import { crowded, hints } from './oracle/hints.ts';
import { Oracle } from './oracle/index.ts';

const file = 'test/systems/mozilla-sync/oracle.property.test.ts';
const SEED = 20_251_121;
/** Batches of walks from one seed after another, until every rule has decided: one or two on most days. */
const BATCHES = 8;

const wide = walks(mozillaSync, hints, { length: 120, likely: 70 });
const narrow = walks(mozillaSync, crowded, { length: 120, likely: 70 });
const coverage = new Coverage(mozillaSync);

/** Takes the steps in the model and in the oracle, and says where they part. */
function parting(steps: readonly Step[]): string | undefined {
  const product = new Product(mozillaSync);
  const found = disagreement(steps, product, new OracleSide(new Oracle()), {
    before: (step) => coverage.before(product.world, step),
    after: (step, seen) => coverage.after(step, seen),
  });
  if (!found) return undefined;
  const { step, line, ours, theirs } = found;
  return `The model and the oracle part at step ${step}, ${line}\n  model:  ${ours}\n  oracle: ${theirs}`;
}

describe('the model and the oracle agree', () => {
  it('near the quota', () => findNone(narrow, { seed: SEED, runs: 80, file, test: 'near the quota' }, parting));

  it('wherever walks lead', () => {
    const test = 'wherever walks lead';
    for (let batch = 0; batch === 0 || (batch < BATCHES && !replaying && missingRules().length > 0); batch += 1) {
      findNone(wide, { seed: SEED + batch, runs: 40, file, test }, parting);
    }
  });

  it('on blind walks', () => {
    const blind = blindWalks(mozillaSync, hints, 100);
    findNone(blind, { seed: SEED, runs: 30, file, test: 'on blind walks' }, parting);
  });

  it('on walks from a fresh seed', () => {
    const seed = Date.now() % 2 ** 31;
    const fresh = { seed, runs: 15, file, test: 'on walks from a fresh seed' };
    console.info(`mozilla-sync: fresh walks from seed ${seed}`);
    findNone(wide, fresh, parting);
    findNone(narrow, fresh, parting);
  });
});

describe.skipIf(replaying)('the walks', () => {
  it('meet every rule of every command', () => expect(missingRules()).toEqual([]));
  it('meet every fault of a load balancer', () =>
    expect(FAULTS.filter((fault) => !coverage.answered(fault))).toEqual([]));
  it('see every command accepted', () => expect(coverage.missing('commands', 'accepted')).toEqual([]));
  it('see every report applied', () => expect(coverage.missing('reports', 'applied')).toEqual([]));
  it('see no report ignored', () =>
    expect(coverage.missing('reports', 'ignored')).toHaveLength(Object.keys(reports).length));
  it('see unknown events', () => expect(coverage.answered(1)).toBe(true));
});

const { node, server } = mozillaSync.entities;
const reports = { ...node.reports, ...server.reports };

/** Rare, and asked before all else by every command alike: it is enough that some command meets each. */
const FAULTS = [
  'server issue: pool exhausted',
  'server issue: getVS failed',
  'server issue: prefix not set',
  'server issue: database not in pool',
];

function missingRules(): string[] {
  return coverage.missingRules().filter((rule) => !FAULTS.some((fault) => rule.endsWith(fault)));
}
