// The law of the check: a UI that forgets one gate is never called clean. Each gate of each entity is dropped in turn.
import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { truthOf } from '../../src/condition/truth.ts';
import { gateFrom } from '../../src/gate/index.ts';
import { checkGating, isClean, type Predicate } from '../../src/gating/check.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import { type SeenRule, ViewReader } from '../../src/gating/project-to-view.ts';
import { viewSpaceOf } from '../../src/gating/view-space.ts';
import { isPass, isRefusal, type Rule, type System, type Value, type View, valueIn } from '../../src/model/index.ts';
import { reach } from '../../src/reach/reach.ts';
import { shippedAnswers } from '../../src/shipped-answers.ts';
import { readerOf } from './naive.ts';

/** The model's own gating of an entity, by its view, without one gate. */
function without(system: System, kind: string, command: string, dropped: Rule): Predicate {
  const lifecycle = system.entities[kind] as System['entities'][string];
  const rules = { ...lifecycle.rules, [command]: (lifecycle.rules[command] ?? []).filter((rule) => rule !== dropped) };
  const forgetful = { ...system, entities: { ...system.entities, [kind]: { ...lifecycle, rules } } };
  const gate = gateFrom<string, View>(gateTable(forgetful, kind).table);
  return (asked, view) => {
    const { allowed, code } = gate.ask(asked, view);
    return code === undefined ? allowed : { enabled: allowed, code };
  };
}

/** What the gates say by the view alone. */
function told(gates: readonly SeenRule[], view: View): string {
  const found = gates.find(
    ({ when }) => when === true || (when !== false && truthOf(when, (name) => [valueIn(view, name) as Value]) === true),
  );
  if (!found || !isRefusal(found.rule)) return 'accepted';
  return found.vague ? 'refused' : String(found.rule.code);
}

const entities = (Object.values(systems) as System[]).flatMap((system) =>
  Object.values(system.entities)
    .filter(({ commands }) => Object.keys(commands).length > 0)
    .map((lifecycle) => ({ name: `${system.name} ${lifecycle.kind}`, system, lifecycle })),
);

describe.each(entities)('$name', ({ system, lifecycle }) => {
  const { kind, commands, rules } = lifecycle;
  const read = readerOf(system);

  test('no UI that forgets a gate comes out clean, but where the gate makes no difference', {
    timeout: 900_000,
  }, async () => {
    const shipped = await shippedAnswers(system);
    const space = viewSpaceOf(reach(system, kind, read, shipped));
    const unseen: string[] = [];
    for (const command of Object.keys(commands)) {
      for (const rule of rules[command] ?? []) {
        if (!isRefusal(rule) && !isPass(rule)) continue;
        const report = await checkGating(system, kind, without(system, kind, command, rule), {
          read,
          commands: [command],
          ...(shipped ? { shipped } : {}),
        });
        const name = `${command} ${rule.gate}${isRefusal(rule) ? ` ${rule.code}` : ''}`;
        expect(report.summary.level, name).toBe('exhaustive');
        if (!isClean(report.summary, report.mismatches)) continue;
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
    }
    expect(unseen).toEqual([]);
  });
});
