import { expect, test } from 'vitest';
import { dovecot } from '../../../machines/dovecot/system.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { viewOf } from '../../../src/engine/view.ts';
import type { Step } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';
import { OracleSide } from '../../oracle/side.ts';
import { disagreement, Product } from '../../random/compare.ts';
import { Coverage } from '../../random/coverage.ts';
import { findNone, replaying } from '../../random/replay.ts';
import { blindWalks, walks } from '../../random/walks.ts';
import { counted, crowded, hints } from './oracle/hints.ts';
import { Oracle } from './oracle/index.ts';
import { exitName } from './oracle/names.ts';

const coverage = new Coverage(dovecot);

/** How model and oracle differ, if they do: in what became of a step, in where things stand, or in a view's facts. */
function fault(steps: readonly Step[]): string | undefined {
  const model = new Product(dovecot);
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

const replay = { seed: 20_260_101, file: 'test/systems/dovecot/oracle.property.test.ts' };

test('model and oracle agree wherever a walk leads', () => {
  const gait = { length: 120, likely: 70 };
  findNone(walks(dovecot, hints, gait), { ...replay, runs: 60, test: 'wherever a walk leads' }, fault);
});

test('model and oracle agree on who begins where many wait for a place', () => {
  const gait = { length: 150, likely: 90 };
  findNone(walks(dovecot, crowded, gait), { ...replay, runs: 30, test: 'many wait for a place' }, fault);
});

test('model and oracle agree on retries that are counted to the limit', () => {
  const gait = { length: 200, likely: 95 };
  findNone(walks(dovecot, counted, gait), { ...replay, runs: 40, test: 'counted to the limit' }, fault);
});

test('model and oracle agree on steps that lead nowhere in particular', () => {
  findNone(blindWalks(dovecot, hints, 80), { ...replay, runs: 30, test: 'nowhere in particular' }, fault);
});

test.skipIf(replaying)('the walks met every gate and every outcome', () => {
  expect(coverage.missingRules()).toEqual([]);
  expect(coverage.missing('commands', 'accepted')).toEqual([]);
  expect(coverage.missing('reports', 'applied')).toEqual([]);
  expect(coverage.missing('reports', 'ignored')).toEqual(['manager set']);
});

test('every exit has its name', () => {
  for (let code = 1; code < 256; code += 1) {
    const simulator = new Simulator(dovecot);
    const steps = readScenario(dovecot, `account enqueue\naccount start\naccount exited code=${code}`);
    const changes = steps.flatMap((step) => simulator.run(step).changes);
    const errors = changes.flatMap(({ error = [] }) => error);
    expect(errors).toContainEqual({ code, name: exitName(code) });
  }
});
