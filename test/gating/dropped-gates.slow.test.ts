// The law of the check: a UI that forgets a gate is never clean. Each gate of each entity is dropped in turn.
// A mismatch counts without a scenario too, so none is looked for here: `npm run dropped-gates` does that.
import { describe, expect, test } from 'vitest';
import { shippedAnswers } from '../../machines/shipped.ts';
import { truthOf } from '../../src/condition/truth.ts';
import { type SeenRule, ViewReader } from '../../src/gating/project-to-view.ts';
import { viewSpaceOf } from '../../src/gating/view-space.ts';
import { isPass, isRefusal, type Value, type View, valueIn } from '../../src/model/index.ts';
import { reach } from '../../src/reach/reach.ts';
import { droppedGates, gatedEntities } from './dropped.ts';
import { findingsIn, readerOf } from './naive.ts';

/** The answers of the gates, from the view alone. */
function told(gates: readonly SeenRule[], view: View): string {
  const found = gates.find(
    ({ when }) => when === true || (when !== false && truthOf(when, (name) => [valueIn(view, name) as Value]) === true),
  );
  if (!found || !isRefusal(found.rule)) return 'accepted';
  return found.vague ? 'refused' : String(found.rule.code);
}

test('there are at least 453 gates', () => {
  expect(gatedEntities.flatMap((entity) => [...droppedGates(entity)]).length).toBeGreaterThanOrEqual(453);
});

describe.each(gatedEntities)('$name', ({ name: entity, system, lifecycle }) => {
  test('no UI that forgets a gate is clean, unless the gate makes no difference', {
    timeout: 900_000,
  }, async () => {
    const shipped = await shippedAnswers(system);
    const space = viewSpaceOf(reach(system, lifecycle.kind, readerOf(system), shipped));
    const unseen: string[] = [];
    for (const { name, command, rule, predicate } of droppedGates({ name: entity, system, lifecycle })) {
      if ((await findingsIn(space, predicate, [command])).all.size > 0) continue;
      const gates = new ViewReader(lifecycle)
        .rulesOf(command)
        .filter((each) => isRefusal(each.rule) || isPass(each.rule));
      const others = gates.filter((each) => each.rule !== rule);
      const matters = (part: number): boolean => {
        const view = space.viewAt(space.pick(part));
        return told(gates, view) !== told(others, view);
      };
      if (space.byGates(command, 20_000)?.some(matters) ?? true) unseen.push(name);
    }
    expect(unseen).toEqual([]);
  });
});
