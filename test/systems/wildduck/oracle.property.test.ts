import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wildduck } from '../../../machines/wildduck/system.ts';
import type { Step } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { OracleSide } from '../../oracle/side.ts';
import { disagreement, Product } from '../../random/compare.ts';
import { Coverage } from '../../random/coverage.ts';
import { findNone, replaying } from '../../random/replay.ts';
import { isEvent } from '../../random/steps.ts';
import { blindWalks, walks } from '../../random/walks.ts';
import { corners } from './oracle/corners.ts';
import { hints, leaving, mail, signingIn } from './oracle/hints.ts';
import { Oracle } from './oracle/index.ts';

const file = 'test/systems/wildduck/oracle.property.test.ts';
const SEED = 20_260_101;
/** Batches of walks from one seed after another, until every rule has decided: one on most days. */
const BATCHES = 8;

const gait = { length: 120, likely: 80 };
const wide = walks(wildduck, hints, gait);
const stubborn = walks(wildduck, signingIn, gait).map(tryAgain);
const busy = walks(wildduck, mail, gait);
const restless = walks(wildduck, leaving, gait);
const coverage = new Coverage(wildduck);

/** Takes the steps in the model and in the oracle, and says where they part. */
function parting(steps: readonly Step[]): string | undefined {
  const product = new Product(wildduck);
  const found = disagreement(steps, product, new OracleSide(new Oracle()), {
    before: (step) => coverage.before(product.world, step),
    after: (step, seen) => coverage.after(step, seen),
  });
  if (!found) return undefined;
  const { step, line, ours, theirs } = found;
  return `The model and the oracle part at step ${step}, ${line}\n  model:  ${ours}\n  oracle: ${theirs}`;
}

/** What goes wrong goes wrong again, until counters are full; and then it is tried until they no longer are. */
function tryAgain(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => {
    if (!isEvent(step)) return [step];
    const { [step.type === 'totp.check' ? 'token' : 'password']: tried, ...rest } = step.params;
    const [six, right] = [Array<Step>(6).fill(step), { ...step, params: rest }];
    if (tried === 'wrong' && step.id === '1') return [...six, right, ...six];
    if (tried === 'wrong') return [...six, { wait: 60 }, ...six, right, { wait: 59 }, right, { wait: 1 }, right];
    if (tried === 'temporary' && step.kind === 'session')
      return [step, { ...step, params: { ...step.params, scope: 'imap' } }];
    if (tried === 'used') return [right, { wait: 60 }, step, { wait: 119 }, step, { wait: 1 }, step];
    return [step];
  });
}

describe('the model and the oracle agree', () => {
  it('on every change of the acceptance scenarios', () => {
    const folder = new URL('./scenarios/', import.meta.url);
    for (const name of readdirSync(folder)) {
      const steps = readScenario(wildduck, readFileSync(new URL(name, folder), 'utf8'));
      expect(parting(steps), name).toBeUndefined();
    }
  });

  it('in the corners', () => {
    for (const [what, scenario] of Object.entries(corners)) {
      expect(parting(readScenario(wildduck, scenario)), what).toBeUndefined();
    }
  });

  it('on who may sign in', () =>
    findNone(stubborn, { seed: SEED, runs: 12, file, test: 'on who may sign in' }, parting));

  it('on mail under tight limits', () =>
    findNone(busy, { seed: SEED, runs: 15, file, test: 'on mail under tight limits' }, parting));

  it('on users who come and go', () =>
    findNone(restless, { seed: SEED, runs: 15, file, test: 'on users who come and go' }, parting));

  it('on blind walks', () =>
    findNone(blindWalks(wildduck, hints, 120), { seed: SEED, runs: 10, file, test: 'on blind walks' }, parting));

  it('wherever walks lead', { timeout: 120_000 }, () => {
    const test = 'wherever walks lead';
    for (
      let batch = 0;
      batch === 0 || (batch < BATCHES && !replaying && coverage.missingRules().length > 0);
      batch += 1
    ) {
      findNone(wide, { seed: SEED + batch, runs: 15, file, test }, parting);
    }
  });

  it('on walks from a fresh seed', () => {
    const seed = Date.now() % 2 ** 31;
    console.info(`wildduck: fresh walks from seed ${seed}`);
    const any = fc.oneof(wide, stubborn, busy, restless);
    findNone(any, { seed, runs: 15, file, test: 'on walks from a fresh seed' }, parting);
  });
});

describe.skipIf(replaying)('the walks', () => {
  it('meet every rule of every command', () => expect(coverage.missingRules()).toEqual([]));
  it('see every command accepted, but message restore, which never is', () =>
    expect(coverage.missing('commands', 'accepted')).toEqual(['message restore']));
  it('see every report applied', () => expect(coverage.missing('reports', 'applied')).toEqual([]));
  it('see every report ignored, but what the server is told', () =>
    expect(coverage.missing('reports', 'ignored')).toEqual(['server set', 'server fault']));
});
