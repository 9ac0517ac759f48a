import { expect, describe as group, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { formulaOf } from '../../src/condition/formula.ts';
import { FROM_ANY, sketchOf } from '../../src/diagram/sketch.ts';
import { widthOf, wrapped } from '../../src/diagram/text.ts';
import type { Condition, Lifecycle } from '../../src/model/index.ts';

/** A lamp with a switch, whose rules are those given. */
const lamp = (rules: Lifecycle['rules'], on: Lifecycle['chart']['states'][string]['on'] = {}): Lifecycle => ({
  kind: 'lamp',
  chart: {
    id: 'lamp',
    states: { LAMP: { initial: 'OFF', on, states: { OFF: { on: { press: 'ON' } }, ON: {}, BROKEN: { end: true } } } },
  },
  phases: { LAMP: { OFF: 1, ON: 2, BROKEN: null } },
  commands: { press: { says: 'presses' } },
  reports: {},
  rules,
  is: {},
  facts: {},
  words: {},
});

const refusals = (when: readonly Condition[]) => {
  const rules = when.map((each, index) => ({
    gate: `press ${index + 1}`,
    when: each,
    code: index + 1,
    mark: 'S' as const,
  }));
  const [region] = sketchOf(lamp({ press: rules })).regions;
  return Object.fromEntries(
    (region?.states ?? []).map((state) => [
      state.id,
      state.refusals.map(({ codes, always }) => [codes.join(), always]),
    ]),
  );
};

group('a state has refused', () => {
  test('what a gate refuses in it and not elsewhere', () => {
    expect(refusals([{ LAMP: 'ON' }])).toEqual({ OFF: [], ON: [['1', true]], BROKEN: [] });
  });

  test('what a gate refuses only where something else is so as well, which is said', () => {
    expect(refusals([{ LAMP: 'ON', dark: true }])).toEqual({ OFF: [], ON: [['1', false]], BROKEN: [] });
  });

  test('nothing that has nothing to do with it', () => {
    expect(refusals([{ dark: true }, {}])).toEqual({ OFF: [], ON: [], BROKEN: [] });
  });

  test('nothing that a gate before keeps from being asked', () => {
    expect(refusals([{ LAMP: { not: 'OFF' } }, { LAMP: 'BROKEN' }])).toEqual({
      OFF: [],
      ON: [['1', true]],
      BROKEN: [['1', true]],
    });
  });

  test('the same however the condition is put together', () => {
    const put: Condition = { none: [{ any: [{ LAMP: 'OFF' }, { all: [{ LAMP: 'BROKEN' }, {}] }] }] };
    expect(refusals([put])).toEqual(refusals([{ LAMP: 'ON' }]));
  });
});

group('a transition of a whole region', () => {
  const sources = (lifecycle: Lifecycle) =>
    sketchOf(lifecycle).regions[0]?.transitions.find(({ from }) => from === FROM_ANY)?.sources;

  test('is taken from every state', () => {
    expect(sources(lamp({}, { smash: 'BROKEN' }))).toEqual(['OFF', 'ON', 'BROKEN']);
  });

  test('is not taken where the state has one of its own', () => {
    expect(sources(lamp({}, { press: 'BROKEN' }))).toEqual(['ON', 'BROKEN']);
  });

  test('is not taken where a gate always refuses it', () => {
    const rules = { press: [{ gate: 'press 1', when: { LAMP: 'BROKEN' }, code: 1, mark: 'S' as const }] };
    expect(sources(lamp(rules, { press: 'BROKEN' }))).toEqual(['ON']);
  });

  test('is not taken where its guard rules it out', () => {
    expect(sources(lamp({}, { smash: { target: 'BROKEN', guard: { LAMP: ['ON', 'OFF'] } } }))).toEqual(['OFF', 'ON']);
  });
});

test('a phase that the chart does not have is no sketch', () => {
  expect(() => sketchOf(systems.dovecot.entities.account, { phase: 'NONE', says: formulaOf })).toThrow(RangeError);
});

group('a text', () => {
  test('is as wide as its font has it, rounded up', () => {
    expect(widthOf('MW', { size: 100 })).toBe(87 + 99);
    expect(widthOf('MW', { size: 100, bold: true })).toBe(100 + 111);
  });

  test('is given room where the font is not known', () => {
    expect(widthOf('漢', { size: 10 })).toBeGreaterThanOrEqual(10);
  });

  test('is broken where it is too long, and loses nothing by it', () => {
    const name = 'WEBSOCKET_REQUEST_ERR_AGENT_STATUS_DEACTIVATED';
    const lines = wrapped(name, { size: 12 }, 200);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(name);
  });
});
