import type { Lifecycle, System } from '../../src/model/index.ts';

/** A lamp with a plug: as small as a lifecycle can be with a region, a fact, a rule, a delay and an error. */
const lamp = {
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

const withLamp = (change: Partial<Lifecycle>): System => ({ ...sound, entities: { lamp: { ...lamp, ...change } } });
const withStates = (states: Lifecycle['chart']['states'][string]['states']): System =>
  withLamp({ chart: { id: 'toy-lamp', states: { LIGHT: { initial: 'null', states } } } });
const states = lamp.chart.states.LIGHT.states;

/** Each wrong in the one way that its name says, with the law that has to find it. */
export const unsound: readonly { wrong: string; law: string; finding: RegExp; system: System }[] = [
  {
    wrong: 'a refusal gives a code that is in no row',
    law: '1: every refusal gives a code of the catalogue',
    finding: /switchOff 1: code unknown/,
    system: withLamp({ rules: { ...lamp.rules, switchOff: [{ ...lamp.rules.switchOff[0], code: 66 }] } }),
  },
  {
    wrong: 'rules stand under a misspelt command',
    law: '1: every command has its rules, and every rule a command',
    finding: /switchof, no command/,
    system: withLamp({ rules: { ...lamp.rules, switchof: lamp.rules.switchOff } }),
  },
  {
    wrong: 'nothing leads on from a status',
    law: '4: from every status that is not an end some event leads on',
    finding: /LIGHT.OFF leads nowhere/,
    system: withStates({ ...states, OFF: {} }),
  },
  {
    wrong: 'a status has no code stated',
    law: '5: phases and charts have the same statuses',
    finding: /LIGHT.DIM has no code/,
    system: withStates({ ...states, DIM: { on: { switchOn: 'ON' } } }),
  },
  {
    wrong: 'a status is stated that no chart has',
    law: '5: phases and charts have the same statuses',
    finding: /LIGHT.DIM is in no chart/,
    system: withLamp({ phases: { LIGHT: { ...lamp.phases.LIGHT, DIM: 1 } } }),
  },
  {
    wrong: "a status's code is in no row",
    law: "5: every status's code is a row of the catalogue",
    finding: /LIGHT.OFF: 22/,
    system: withLamp({ phases: { LIGHT: { ...lamp.phases.LIGHT, OFF: 22 } } }),
  },
  {
    wrong: 'a rule carries a mark that the system does not have',
    law: '5: every rule and every row carries a source mark of its system',
    finding: /mark F/,
    system: withLamp({ rules: { ...lamp.rules, switchOff: [{ ...lamp.rules.switchOff[0], mark: 'F' }] } }),
  },
  {
    wrong: 'a mark for what was read names no version',
    law: '5: a mark for what was read or run names its version',
    finding: /F found in the source of no version/,
    system: { ...sound, marks: { ...sound.marks, F: { says: 'found in the source of', version: 'the server' } } },
  },
  {
    wrong: 'an informational row does not say why it is never given',
    law: '3: a row says why it is never given where it is informational, and only there',
    finding: /row 3 does not say why/,
    system: { ...sound, codes: [...sound.codes, row(3, 'informational')] },
  },
  {
    wrong: 'a row that is given says why it is not',
    law: '3: a row says why it is never given where it is informational, and only there',
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
  {
    wrong: 'a condition names what there is not',
    law: 'charts: every condition names a region, a fact or a parameter, and every target is there',
    finding: /names pluged, which is neither/,
    system: withLamp({ rules: { ...lamp.rules, switchOff: [{ ...lamp.rules.switchOff[0], when: { pluged: true } }] } }),
  },
  {
    wrong: 'a condition asks for a status that there is not',
    law: 'charts: every condition names a region, a fact or a parameter, and every target is there',
    finding: /LIGHT has no state DIM/,
    system: withLamp({ rules: { ...lamp.rules, switchOff: [{ ...lamp.rules.switchOff[0], when: { LIGHT: 'DIM' } }] } }),
  },
  {
    wrong: 'a target is not there',
    law: 'charts: every condition names a region, a fact or a parameter, and every target is there',
    finding: /has no state DIM/,
    system: withStates({ ...states, OFF: { on: { switchOn: 'DIM' } } }),
  },
  {
    wrong: 'an entity stands under another name',
    law: 'systems: entities stand under their kinds, and links pass on what their kind raises',
    finding: /lamp stands under lantern/,
    system: { ...sound, entities: { lantern: lamp } },
  },
  {
    wrong: 'a link passes on a signal that is never raised',
    law: 'systems: entities stand under their kinds, and links pass on what their kind raises',
    finding: /lamp never says entered LIGHT.DIM/,
    system: { ...sound, links: [{ from: 'lamp', signals: ['entered LIGHT.DIM'], to: () => [] }] },
  },
  {
    wrong: 'a line to be tried cannot be read',
    law: 'systems: every line that the data holds can be read',
    finding: /unknown entity "lmap"/,
    system: { ...sound, searchHints: ['lmap switchOn'] },
  },
  {
    wrong: 'a named condition asks a fact',
    law: 'charts: named conditions speak of regions alone',
    finding: /lit asks the fact plugged/,
    system: withLamp({ is: { lit: { LIGHT: 'ON', plugged: true } } }),
  },
  {
    wrong: 'a machine id has a dot',
    law: 'charts: ids have no dots',
    finding: /toy\.lamp/,
    system: withLamp({ chart: { ...lamp.chart, id: 'toy.lamp' } }),
  },
  {
    wrong: 'a chart listens for an event that nobody sends',
    law: 'charts: every event is a command, a report, internal, or a signal that somebody raises',
    finding: /listens for swichOn/,
    system: withStates({ ...states, OFF: { on: { ...states.OFF.on, swichOn: 'ON' } } }),
  },
  {
    wrong: 'a chart listens for a status that there is not',
    law: 'charts: every event is a command, a report, internal, or a signal that somebody raises',
    finding: /listens for entered LIGHT.DIM/,
    system: withStates({ ...states, OFF: { on: { ...states.OFF.on, 'entered LIGHT.DIM': 'ON' } } }),
  },
  {
    wrong: 'an action is no effect',
    law: 'charts: every action is an effect, and every delay has a length',
    finding: /no effect glow/,
    system: withStates({ ...states, OFF: { on: { switchOn: { target: 'ON', actions: ['glow'] } } } }),
  },
  {
    wrong: 'a delay has no length',
    law: 'charts: every action is an effect, and every delay has a length',
    finding: /no delay soon/,
    system: withStates({ ...states, OFF: { ...states.OFF, after: { soon: 'ON' } } }),
  },
  {
    wrong: 'a fact is usually what it never is',
    law: 'facts: the usual value is one of the values, and each that a condition names reads as a sentence',
    finding: /plugged is usually/,
    system: withLamp({ facts: { plugged: { ...lamp.facts.plugged, usual: 'maybe' } } }),
  },
  {
    wrong: 'a fact has no words for a value that a rule asks about',
    law: 'facts: the usual value is one of the values, and each that a condition names reads as a sentence',
    finding: /plugged has no words for false/,
    system: withLamp({ facts: { plugged: { ...lamp.facts.plugged, says: { true: 'it is plugged in' } } } }),
  },
];

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
