import { describe, expect, test } from 'vitest';
import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { simplify } from '../../src/condition/truth.ts';
import { specOf } from '../../src/engine/sample-lines.ts';
import type { Condition, Lifecycle, Question, System } from '../../src/model/index.ts';
import { NEVER_PLAIN, PLAIN_PARAMETERS, WITHOUT_SCENARIO } from './gates-without-scenario.ts';

/** Why no scenario shows a gate, by `KIND COMMAND PLACE GATE`; undefined if nothing explains it. */
async function silentGates(system: System): Promise<Map<string, string | undefined>> {
  const { entities } = await answersOf(system.name as SystemName);
  const listed = WITHOUT_SCENARIO[system.name as SystemName] ?? {};
  const silent = new Map<string, string | undefined>();
  for (const [kind, lifecycle] of Object.entries(system.entities)) {
    for (const [command, rules] of Object.entries(lifecycle.rules)) {
      for (const [place, { gate, when }] of rules.entries()) {
        const found = entities[kind]?.gates[command]?.find(([rule]) => rule === place);
        if (found && found[1] >= 0) continue;
        const key = `${kind} ${command} ${place} ${gate}`;
        if (!holdsInPlainForm(lifecycle, command, when)) silent.set(key, PLAIN_PARAMETERS);
        else if (!found && 'code' in (rules[place] ?? {})) silent.set(key, NEVER_PLAIN);
        else silent.set(key, listed[key]);
      }
    }
  }
  return silent;
}

/** Whether the condition may hold with the parameters of the plain form. */
function holdsInPlainForm(lifecycle: Lifecycle, command: string, when: Condition): boolean {
  const { plain = {} } = specOf(lifecycle, command);
  const left = simplify(when, (name) => {
    if (name.startsWith('$')) return [plain[name.slice(1)] ?? null];
    const fact = lifecycle.facts[name];
    return fact?.paramsOnly ? [fact.of({ event: command, params: plain } as Question)] : undefined;
  });
  return left !== false;
}

const shown = (Object.values(systems) as System[]).map((system) => system.name as SystemName);

describe.each(shown)('%s: every gate has a scenario, or', async (name) => {
  const silent = [...(await silentGates(systems[name]))];
  test.each(silent)('%s: %s', (_, reason) => expect(reason).toBeDefined());

  test('no reason is listed for a gate that needs none', () => {
    const needed = silent.filter(([, reason]) => reason !== PLAIN_PARAMETERS && reason !== NEVER_PLAIN);
    expect(Object.keys(WITHOUT_SCENARIO[name] ?? {}).sort()).toEqual(needed.map(([gate]) => gate).sort());
  });
});

test('847 gates have a scenario', async () => {
  let all = 0;
  let silent = 0;
  for (const system of Object.values(systems) as System[]) {
    for (const { rules } of Object.values(system.entities)) for (const list of Object.values(rules)) all += list.length;
    silent += (await silentGates(system)).size;
  }
  expect([all, all - silent]).toEqual([1060, 847]);
});
