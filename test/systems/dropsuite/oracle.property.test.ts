import { expect, test } from 'vitest';
import { dropsuite } from '../../../machines/dropsuite/system.ts';
import { viewOf } from '../../../src/engine/view.ts';
import type { Step } from '../../../src/model/index.ts';
import { OracleSide } from '../../oracle/side.ts';
import { disagreement, Product } from '../../random/compare.ts';
import { Coverage } from '../../random/coverage.ts';
import { findNone, replaying } from '../../random/replay.ts';
import { blindWalks, walks } from '../../random/walks.ts';
import { codeOf } from './oracle/codes.ts';
import { hints, unlucky } from './oracle/hints.ts';
import { Oracle } from './oracle/index.ts';

const coverage = new Coverage(dropsuite);

/** How model and oracle differ, if they do: in what became of a step, in where things stand, or in a view's facts. */
function fault(steps: readonly Step[]): string | undefined {
  const model = new Product(dropsuite);
  const oracle = new OracleSide(new Oracle());
  let facts: string | undefined;
  const found = disagreement(steps, model, oracle, {
    before: (step) => coverage.before(model.world, step),
    after: (step, seen) => {
      coverage.after(step, seen);
      facts ??= factsDiffer(model, oracle);
    },
  });
  return found ? `step ${found.step}, ${found.line}:\nmodel:  ${found.ours}\noracle: ${found.theirs}` : facts;
}

function factsDiffer({ world }: Product, { oracle }: OracleSide<Oracle>): string | undefined {
  for (const entity of world.entities()) {
    const ours = sorted(viewOf(world, entity).facts);
    const theirs = sorted(oracle.facts(entity.key));
    if (ours !== theirs) return `the facts of ${entity.key}:\nmodel:  ${ours}\noracle: ${theirs}`;
  }
  return undefined;
}

const sorted = (facts: object): string => JSON.stringify(Object.fromEntries(Object.entries(facts).sort()));

const replay = { seed: 20_260_101, file: 'test/systems/dropsuite/oracle.property.test.ts' };

test('model and oracle agree wherever a walk leads', () => {
  const gait = { length: 120, likely: 70 };
  findNone(walks(dropsuite, hints, gait), { ...replay, runs: 60, test: 'wherever a walk leads' }, fault);
});

test('model and oracle agree on tasks that use up their retries', () => {
  const gait = { length: 400, likely: 97 };
  findNone(walks(dropsuite, unlucky, gait), { ...replay, runs: 30, test: 'use up their retries' }, fault);
});

test('model and oracle agree on steps that lead nowhere in particular', () => {
  findNone(blindWalks(dropsuite, hints, 80), { ...replay, runs: 30, test: 'nowhere in particular' }, fault);
});

test.skipIf(replaying)('the walks met every gate and every outcome', () => {
  expect(coverage.missingRules()).toEqual([]);
  expect(coverage.missing('commands', 'accepted')).toEqual([]);
  expect(coverage.missing('reports', 'applied')).toEqual([]);
  expect(coverage.missing('reports', 'ignored')).toEqual([]);
});

test("every status has the vendor's word", () => {
  for (const { phases } of Object.values(dropsuite.entities)) {
    for (const [phase, statuses] of Object.entries(phases)) {
      const theirs = Object.keys(statuses).map((status) => [status, codeOf(phase, status)]);
      expect(statuses).toEqual(Object.fromEntries(theirs));
    }
  }
});
