import { describe, expect, test } from 'vitest';
import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { namesOf } from '../../src/condition/walk.ts';
import type { Lifecycle, System } from '../../src/model/index.ts';
import { WITHOUT_SCENARIO } from './gates-without-scenario.ts';

/** Gates that no scenario shows, the command asked in its plainest form, as `KIND COMMAND PLACE GATE`. */
async function silentGates(system: System): Promise<{ gate: string; asksParameters: boolean }[]> {
  const { entities } = await answersOf(system.name as SystemName);
  return Object.entries(system.entities).flatMap(([kind, lifecycle]) =>
    Object.entries(lifecycle.rules).flatMap(([command, rules]) =>
      rules.flatMap(({ gate, when }, place) => {
        const shown = entities[kind]?.gates[command]?.some(([rule, scenario]) => rule === place && scenario >= 0);
        const asksParameters = [...namesOf(when)].some((name) => isOfParameters(lifecycle, name));
        return shown ? [] : [{ gate: `${kind} ${command} ${place} ${gate}`, asksParameters }];
      }),
    ),
  );
}

const isOfParameters = ({ facts }: Lifecycle, name: string): boolean =>
  name.startsWith('$') || facts[name]?.usesParams === true || facts[name]?.paramsOnly === true;

describe.each(Object.values(systems) as System[])('$name', (system) => {
  test('every gate has a scenario, or asks for parameters, or is listed with its reason', async () => {
    const silent = await silentGates(system);
    const left = silent.filter(({ asksParameters }) => !asksParameters).map(({ gate }) => gate);
    expect(left.sort()).toEqual(Object.keys(WITHOUT_SCENARIO[system.name as SystemName] ?? {}).sort());
  });
});
