import type { Lifecycle, System } from '../../src/model/index.ts';

/** A lamp with a plug: as small as a lifecycle can be with a region, a fact, a rule, a delay and an error. */
export const lamp = {
  kind: 'lamp',
  chart: {
    id: 'toy-lamp',
    states: {
      LIGHT: {
        initial: 'null',
        states: {
          null: { on: { switchOn: 'ON' } },
          ON: {
            on: { switchOff: 'OFF', burnt: { target: 'BROKEN', guard: { $code: [7] }, error: '$code' } },
            after: { '1h': 'OFF' },
          },
          OFF: { on: { switchOn: 'ON' } },
          BROKEN: { end: true },
        },
      },
    },
  },
  phases: { LIGHT: { ON: 1, OFF: 2, BROKEN: null } },
  commands: { switchOn: { says: 'on' }, switchOff: { says: 'off' } },
  reports: { burnt: { says: 'burnt through', params: { code: { is: { whole: {} } } } } },
  rules: {
    switchOn: [
      { gate: '1', when: { plugged: false }, code: 5, mark: 'I' },
      { gate: '2', when: { LIGHT: ['ON', 'BROKEN'] }, code: 6, mark: 'I' },
    ],
    switchOff: [{ gate: '1', when: { LIGHT: { not: 'ON' } }, code: 6, mark: 'I' }],
  },
  facts: {
    plugged: {
      values: [true, false],
      usual: true,
      of: ({ self }) => self.id !== 'unplugged',
      changedBy: ['lamp:unplugged switchOn'],
      says: { true: 'it is plugged in', false: 'it is not plugged in' },
    },
  },
  is: {},
  words: { LIGHT: 'the light' },
} as const satisfies Lifecycle;

const row = (code: number, kind: System['codes'][number]['kind']) =>
  ({ code, name: `CODE_${code}`, category: 'toy', kind, mark: 'I', meaning: `meaning ${code}` }) as const;

/** Sound: no law finds anything. */
export const sound = {
  name: 'toy',
  title: 'A toy',
  marks: { I: 'made up' },
  codes: [
    row(1, 'status'),
    row(2, 'status'),
    row(5, 'state-rejection'),
    row(6, 'state-rejection'),
    row(7, 'failure-reason'),
    row(9, 'input-rejection'),
  ],
  entities: { lamp },
  unknownEvent: 9,
  ready: ['lamp switchOn'],
  effects: {},
  data: {},
  delays: {},
  links: [],
  searchHints: ['lamp burnt code=7'],
} as const satisfies System;

export const withLamp = (change: object): System => ({ ...sound, entities: { lamp: { ...lamp, ...change } } });
const withStates = (states: object): System =>
  withLamp({ chart: { id: 'toy-lamp', states: { LIGHT: { initial: 'null', states } } } });
const states = lamp.chart.states.LIGHT.states;

/** Faults that a valid definition may have, each with the law that must find it. */
export const unsound: readonly { wrong: string; law: string; finding: RegExp; system: System }[] = [
  {
    wrong: 'a status has no way out',
    law: '4: every status that is not marked as an end has a way out',
    finding: /LIGHT.OFF has no way out/,
    system: withStates({ ...states, OFF: {} }),
  },
  {
    wrong: 'a refusal gives a code that is in no row',
    law: 'definition: everything that a part names exists',
    finding: /no code 66; did you mean 6/,
    system: withLamp({ rules: { ...lamp.rules, switchOff: [{ ...lamp.rules.switchOff[0], code: 66 }] } }),
  },
  {
    wrong: 'a mark for what was read names no version',
    law: '5: a mark for what was read or run names its version',
    finding: /F found in the source of no version/,
    system: { ...sound, marks: { ...sound.marks, F: { says: 'found in the source of', version: 'the server' } } },
  },
  {
    wrong: 'an informational row does not say why it is never given',
    law: '3: a row says why it is never given if, and only if, it is informational',
    finding: /row 3 does not say why/,
    system: { ...sound, codes: [...sound.codes, row(3, 'informational')] },
  },
  {
    wrong: 'a row whose code is given says why it is never given',
    law: '3: a row says why it is never given if, and only if, it is informational',
    finding: /row 9 is input-rejection and says why/,
    system: { ...sound, codes: sound.codes.map((each) => (each.code === 9 ? { ...each, why: 'no reason' } : each)) },
  },
  {
    wrong: 'an alias is the name of a row, so that it is never found',
    law: '3: an alias is neither the code nor the name of a row',
    finding: /row 1: CODE_2 is a row of its own/,
    system: {
      ...sound,
      codes: [{ ...row(1, 'status'), also: [{ name: 'CODE_2', says: 'elsewhere' }] }, ...sound.codes.slice(1)],
    },
  },
];

/** A code that nothing gives: found by searching for a scenario. */
export const speechless: System = { ...sound, codes: [...sound.codes, row(8, 'state-rejection')] };

/** A status is declared unreachable but is reached: found by walking. */
export const reaching: System = withLamp({ unreachable: [{ LIGHT: 'BROKEN' }] });

/** A refusal that changes a status: found by walking, not by reading. */
export const restless: System = {
  ...sound,
  entities: {
    lamp: {
      ...lamp,
      rules: {
        ...lamp.rules,
        switchOff: [{ ...lamp.rules.switchOff[0], effect: 'flicker' }],
      },
      internal: { flicker: { says: 'it flickers', causedBy: [] } },
      chart: {
        id: 'toy-lamp',
        states: { LIGHT: { initial: 'null', states: { ...states, OFF: { on: { switchOn: 'ON', flicker: 'ON' } } } } },
      },
    },
  },
  effects: { flicker: (world, self) => world.tell(self, 'flicker', {}) },
};

/** A fact with a different value each time: found by exploring twice. */
export const moody = (): System => {
  let plugged = false;
  const of = (): boolean => {
    plugged = !plugged;
    return plugged;
  };
  return withLamp({ facts: { plugged: { ...lamp.facts.plugged, of } } });
};
