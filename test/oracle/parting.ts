import { viewOf } from '../../src/engine/view.ts';
import type { Step } from '../../src/model/index.ts';
import { disagreement, Product, sameValues } from '../random/compare.ts';
import type { Coverage } from '../random/coverage.ts';
import { OracleSide } from './side.ts';
import type { Suite } from './suite.ts';

/**
 * Takes the steps in the model and in the oracle, and says where they first differ: in the outcome of a step, in the
 * statuses of an entity, or in its facts.
 */
export function parting({ system, oracle }: Suite, steps: readonly Step[], coverage: Coverage): string | undefined {
  const model = new Product(system);
  const theirs = new OracleSide(oracle());
  let facts: string | undefined;
  const found = disagreement(steps, model, theirs, {
    before: (step) => coverage.before(model.world, step),
    after: (step, seen) => {
      coverage.after(step, seen);
      facts ??= factsDiffer(model, theirs);
    },
  });
  if (!found) return facts;
  const { step, line, ours, theirs: answer } = found;
  return `Model and oracle part at step ${step}, ${line}\n  model:  ${ours}\n  oracle: ${answer}`;
}

function factsDiffer({ world }: Product, { oracle }: OracleSide): string | undefined {
  for (const entity of world.entities()) {
    const facts = oracle.facts(entity.key);
    if (!facts) continue;
    const ours = viewOf(world, entity).facts;
    if (sameValues(ours, facts)) continue;
    return `The facts of ${entity.key} differ\n  model:  ${sorted(ours)}\n  oracle: ${sorted(facts)}`;
  }
  return undefined;
}

const sorted = (facts: object): string => JSON.stringify(Object.fromEntries(Object.entries(facts).sort()));
