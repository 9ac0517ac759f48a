import type { Lifecycle, System } from '../../src/model/index.ts';

const REENTER = { reenter: true } as const;

/** Every third lamp is on at first. */
export const isLit = (number: number): boolean => number % 3 === 0;

/** A lamp that can be switched on and off in any state, so that nothing distinguishes its states. */
const lamp = (number: number) => ({
  initial: isLit(number) ? 'ON' : 'OFF',
  states: Object.fromEntries(
    ['OFF', 'ON'].map((state) => [
      state,
      {
        on: {
          [`on${number}`]: { target: 'ON', ...REENTER },
          [`off${number}`]: { target: 'OFF', ...REENTER },
          dark: { target: 'OFF', ...REENTER },
        },
      },
    ]),
  ),
});

/** A door that is asked about: each of its two states is a node of its own. */
const door = { initial: 'OPEN', states: { OPEN: { on: { shut: 'SHUT' } }, SHUT: { on: { open: 'OPEN' } } } };

/** It is set as the lamps are, but it is no phase, and is never blue. */
const colour = {
  initial: 'red',
  states: Object.fromEntries(
    ['red', 'blue', 'green'].map((state) => [state, { on: { painted: { target: 'green', ...REENTER } } }]),
  ),
};

/** What the space keeps as it is. */
const wiring = { initial: 'old', states: { old: { on: { rewired: 'new' } }, new: {} } };

/** It is explored with the room. */
const street: Lifecycle = {
  kind: 'street',
  chart: {
    id: 'toy-street',
    states: { TRAFFIC: { initial: 'null', states: { null: { on: { dark: 'STOPPED' } }, STOPPED: {} } } },
  },
  phases: { TRAFFIC: { STOPPED: 4 } },
  commands: {},
  reports: { dark: { says: '' } },
  rules: {},
  is: {},
  facts: {},
  words: {},
};

const room = (lamps: number): Lifecycle => {
  const numbers = Array.from({ length: lamps }, (_, number) => number);
  const commands = numbers.flatMap((number) => [`on${number}`, `off${number}`]);
  const shut = { gate: '1', when: { DOOR: 'SHUT' }, code: 5, mark: 'I' } as const;
  return {
    kind: 'room',
    chart: {
      id: 'toy-room',
      states: {
        ...Object.fromEntries(numbers.map((number) => [`LAMP_${number}`, lamp(number)])),
        DOOR: door,
        colour,
        wiring,
      },
    },
    phases: {
      ...Object.fromEntries(numbers.map((number) => [`LAMP_${number}`, { ON: 1, OFF: 2 }])),
      DOOR: { OPEN: 3, SHUT: null },
    },
    commands: Object.fromEntries([...commands, 'knock'].map((command) => [command, { says: '' }])),
    reports: Object.fromEntries(['dark', 'shut', 'open', 'painted', 'rewired'].map((report) => [report, { says: '' }])),
    rules: {
      ...Object.fromEntries(commands.map((command) => [command, [shut]])),
      knock: [
        { gate: '1', when: { DOOR: 'OPEN' }, code: 6, mark: 'I' },
        { gate: '2', when: { DOOR: 'SHUT' }, accepts: true, mark: 'I' },
      ],
    },
    is: {},
    facts: {},
    words: {},
    space: { with: { street: ['dark'] }, fixed: ['wiring'] },
  };
};

const row = (code: number) =>
  ({ code, name: `CODE_${code}`, category: 'toy', kind: 'state-rejection', mark: 'I', meaning: '' }) as const;

/** A room with a wall of lamps: a bit of a situation for each, and one for the colour. */
export const wall = (lamps: number): System => ({
  name: 'toy',
  title: 'A wall of lamps',
  marks: { I: 'made up' },
  codes: [1, 2, 3, 4, 5, 6, 9].map(row),
  entities: { room: room(lamps), street },
  unknownEvent: 9,
  ready: [],
  effects: {},
  data: {},
  delays: {},
  links: [],
  searchHints: [],
});
