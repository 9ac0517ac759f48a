import { describe, expect, test } from 'vitest';
import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { judge } from '../../src/engine/judge.ts';
import { specOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { type System, stateOf } from '../../src/model/index.ts';
import { Query } from '../../src/reach/query.ts';
import { scenarioTo } from '../../src/reach/reach.ts';
import { reachFrom } from '../../src/reach/reachability.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { entities } from '../space/spaces.ts';
import { reader } from './reader.ts';
import { readSizes, slowEntities, workedOutAnew } from './shipped.ts';

const shipped = new Map(
  await Promise.all((Object.keys(systems) as SystemName[]).map(async (name) => [name, await answersOf(name)] as const)),
);
const dataOf = (system: System, kind: string): EntityAnswers => {
  const found = shipped.get(system.name as SystemName)?.entities[kind];
  if (!found) throw new Error(`npm run reach has not been run for ${system.name} ${kind}`);
  return found;
};

describe('the data is what `npm run reach` would write now', () => {
  test.each(entities.filter(({ name }) => !slowEntities.includes(name)))('$name', ({ name, system, kind }) => {
    const { answers, size } = workedOutAnew(system, kind);
    expect(answers).toEqual(dataOf(system, kind));
    expect(size).toEqual(readSizes()[name]);
  });
});

test('every entity has its size pinned, and no other', () => {
  expect(Object.keys(readSizes()).sort()).toEqual(entities.map(({ name }) => name).sort());
});

test('data that was made for other regions is reported as stale', () => {
  const { levels, ...data } = dataOf(systems.dovecot, 'account');
  const without = levels.filter((level) => !level.startsWith('account DELIVERY:'));
  expect(() => reachFrom(systems.dovecot, 'account', { ...data, levels: without })).toThrow(
    'what is shipped of dovecot account is stale: it was made for another model (account DELIVERY differs). ' +
      'Run `npm run reach dovecot account`.',
  );
});

/** Reached statuses that no scenario shows. */
const WITHOUT_SCENARIO: { readonly [status: string]: string } = {
  'wildduck mailbox MAILBOX:SPECIAL': 'mailboxes that their user is created with have names, and none is called 1',
};

describe.each(entities)('$name', ({ name, system, kind }) => {
  const data = dataOf(system, kind);
  const lifecycle = system.entities[kind] as System['entities'][string];
  const id = lifecycle.singleton ?? '1';

  test('each scenario shows its status and its answer', () => {
    for (const [phase, statuses] of Object.entries(data.statuses)) {
      for (const [status, commands] of Object.entries(statuses)) {
        for (const [command, answers] of Object.entries(commands)) {
          for (const [rule, scenario] of answers) {
            if (scenario < 0) continue;
            const world = worldAfter(scenario);
            expect(world.peek(kind, id).state(phase)).toBe(status);
            const params = specOf(lifecycle, command).plain ?? {};
            expect(judge(world, { kind, id, type: command, params }).rule).toBe(lifecycle.rules[command]?.[rule]);
          }
        }
      }
    }
  });

  test('each reachable status has a scenario, unless the list says why not', () => {
    const query = new Query(reachFrom(system, kind, data), system, kind, reader(system));
    const without = Object.keys(lifecycle.phases).flatMap((phase) =>
      query.all
        .statuses(phase)
        .filter((status) => {
          const answers = Object.values(data.statuses[phase]?.[stateOf(status)] ?? {}).flat();
          if (answers.length > 0) return answers.every(([, scenario]) => scenario < 0);
          return scenarioTo(query.known({ [phase]: status })) === undefined;
        })
        .map((status) => `${name} ${phase}:${status}`),
    );
    expect(without).toEqual(Object.keys(WITHOUT_SCENARIO).filter((status) => status.startsWith(`${name} `)));
  });

  test('the shipped set has as many situations as it says', () => {
    const query = new Query(reachFrom(system, kind, data), system, kind, reader(system));
    expect(String(query.all.count)).toBe(data.situations);
  });

  const worlds = new Map<number, Simulator['world']>();
  function worldAfter(scenario: number): Simulator['world'] {
    const known = worlds.get(scenario);
    if (known) return known;
    const simulator = new Simulator(system);
    for (const line of data.scenarios[scenario] ?? []) for (const step of reader(system)(line)) simulator.run(step);
    worlds.set(scenario, simulator.world);
    return simulator.world;
  }
});
