import { expect, describe as group, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { FROM_ANY, type SketchRegion } from '../../src/diagram/sketch.ts';
import { widthOf, wrapped } from '../../src/diagram/text.ts';
import type { Condition, Lifecycle, System } from '../../src/model/index.ts';
import { sketchIn } from './subjects.ts';
import { viciousSystem as toySystem } from './toy.ts';

/** A lamp with a switch, whose rules are those given. */
const lamp = (rules: Lifecycle['rules'], on: Lifecycle['chart']['states'][string]['on'] = {}): System => ({
  ...toySystem,
  entities: {
    lamp: {
      kind: 'lamp',
      chart: {
        id: 'lamp',
        states: {
          LAMP: {
            initial: 'OFF',
            on,
            states: { OFF: { on: { press: 'ON' } }, ON: {}, BROKEN: { end: true }, GONE: { on: { press: 'OFF' } } },
          },
        },
      },
      phases: { LAMP: { OFF: 1, ON: 2, BROKEN: null, GONE: null } },
      commands: { press: { says: 'presses' } },
      reports: { smash: { says: 'breaks it' } },
      rules,
      is: {},
      facts: {
        dark: {
          values: [false, true],
          usual: false,
          of: () => dark,
          says: { true: 'it is dark', false: 'it is light' },
        },
      },
      words: {},
    },
  },
});

/** Whether it is dark around every lamp. */
let dark = false;
const SMASH = { smash: 'BROKEN' };

const regionOf = async (system: System): Promise<SketchRegion> =>
  (await sketchIn(system, 'lamp')).regions[0] as SketchRegion;

const refusals = async (when: readonly Condition[], isDark = false) => {
  dark = isDark;
  const rules = when.map((each, index) => ({
    gate: `press ${index + 1}`,
    when: each,
    code: index + 1,
    mark: 'S' as const,
  }));
  const { states } = await regionOf(lamp({ press: rules }, SMASH));
  return Object.fromEntries(
    states.map(({ id, refusals }) => [id, refusals.map(({ codes, always }) => [codes.join(), always])]),
  );
};

group('a state has refused', () => {
  test('what a gate refuses only in it', async () => {
    expect(await refusals([{ LAMP: 'ON' }])).toEqual({ OFF: [], ON: [['1', true]], BROKEN: [], GONE: [] });
  });

  test('nothing if the rest of the condition never holds', async () => {
    expect(await refusals([{ LAMP: 'ON', dark: true }])).toEqual({ OFF: [], ON: [], BROKEN: [], GONE: [] });
  });

  test('what a gate refuses if something else holds as well', async () => {
    expect(await refusals([{ LAMP: 'ON', dark: true }], true)).toEqual({
      OFF: [],
      ON: [['1', true]],
      BROKEN: [],
      GONE: [],
    });
  });

  test('nothing that does not depend on it', async () => {
    expect(await refusals([{ dark: true }, {}])).toEqual({ OFF: [], ON: [], BROKEN: [], GONE: [] });
  });

  test('nothing that an earlier gate always decides', async () => {
    expect(await refusals([{ LAMP: { not: 'OFF' } }, { LAMP: 'BROKEN' }])).toEqual({
      OFF: [],
      ON: [['1', true]],
      BROKEN: [['1', true]],
      GONE: [],
    });
  });

  test('the same for equivalent conditions', async () => {
    const put: Condition = { none: [{ any: [{ LAMP: 'OFF' }, { all: [{ LAMP: 'BROKEN' }, {}] }] }] };
    expect(await refusals([put])).toEqual(await refusals([{ LAMP: 'ON' }]));
  });
});

group('a transition of a whole region', () => {
  const sources = async (system: System) =>
    (await regionOf(system)).transitions.find(({ from }) => from === FROM_ANY)?.sources;

  test('is taken from every reachable state', async () => {
    expect(await sources(lamp({}, SMASH))).toEqual(['OFF', 'ON', 'BROKEN']);
  });

  test('is not taken from a state with its own transition', async () => {
    expect(await sources(lamp({}, { press: 'BROKEN' }))).toEqual(['ON', 'BROKEN']);
  });

  test('is not taken where a gate always refuses the command', async () => {
    const rules = { press: [{ gate: 'press 1', when: { LAMP: 'BROKEN' }, code: 1, mark: 'S' as const }] };
    expect(await sources(lamp(rules, { press: 'BROKEN' }))).toEqual(['ON']);
  });

  test('is not taken from states that its guard excludes', async () => {
    expect(await sources(lamp({}, { smash: { target: 'BROKEN', guard: { LAMP: ['ON', 'OFF'] } } }))).toEqual([
      'OFF',
      'ON',
    ]);
  });

  test('is left out if it is never taken', async () => {
    expect(await sources(lamp({}, { smash: { target: 'BROKEN', guard: { LAMP: 'GONE' } } }))).toBe(undefined);
  });
});

test('an unreachable state is marked', async () => {
  const { states } = await regionOf(lamp({}, SMASH));
  expect(states.filter(({ reached }) => !reached).map(({ id }) => id)).toEqual(['GONE']);
});

test('an unknown phase is an error', async () => {
  await expect(sketchIn(systems.dovecot, 'account', 'NONE')).rejects.toThrow(RangeError);
});

group('a text', () => {
  test('has the width of its font, rounded up', () => {
    expect(widthOf('MW', { size: 100 })).toBe(87 + 99);
    expect(widthOf('MW', { size: 100, bold: true })).toBe(100 + 111);
  });

  test('has an upper bound for characters of other fonts', () => {
    expect(widthOf('漢', { size: 10 })).toBeGreaterThanOrEqual(10);
  });

  test('is wrapped if it is too long, without loss', () => {
    const name = 'WEBSOCKET_REQUEST_ERR_AGENT_STATUS_DEACTIVATED';
    const lines = wrapped(name, { size: 12 }, 200);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(name);
  });
});
