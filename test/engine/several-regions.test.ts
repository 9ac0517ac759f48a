import { describe, expect, it } from 'vitest';
import { Simulator, simulate } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import type { Lifecycle, System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { lamp, sound } from '../toys/toys.ts';

const bulb = {
  initial: 'OFF',
  states: { OFF: { on: { switchOn: 'ON' } }, ON: { on: { switchOff: 'OFF' }, after: { '1h': 'OFF' } } },
};
const bulbs = ['FIRST', 'SECOND', 'THIRD'];

/** Three bulbs that one switch turns on and off, and that go off by themselves after an hour. */
const chandelier: System = {
  ...sound,
  entities: {
    lamp: {
      ...lamp,
      chart: { id: 'chandelier', states: Object.fromEntries(bulbs.map((name) => [name, bulb])) },
      phases: Object.fromEntries(bulbs.map((name) => [name, { ON: 1, OFF: 2 }])),
      rules: {},
      words: {},
    } as Lifecycle,
  },
};

function worldAfter(...lines: readonly string[]): World {
  const simulator = new Simulator(chandelier);
  for (const step of readScenario(chandelier, lines.join('\n'))) simulator.run(step);
  return simulator.world;
}

const lit = (world: World): string[] => bulbs.filter((name) => world.peek('lamp', '1').state(name) === 'ON');

describe('an event that several regions react to', () => {
  it('moves each of them', () => expect(lit(worldAfter('lamp switchOn'))).toEqual(bulbs));

  it('starts the delay of each state that it enters', () => {
    const world = worldAfter('lamp switchOn');
    expect(world.clock.running()).toHaveLength(bulbs.length);
    world.wait(3600);
    expect(lit(world)).toEqual([]);
  });

  it('cancels the delay of each state that it leaves', () => {
    const world = worldAfter('lamp switchOn', 'lamp switchOff');
    expect(world.clock.running()).toEqual([]);
  });

  it('starts each delay anew when it enters the states again', () => {
    const world = worldAfter('lamp switchOn', 'wait 40m', 'lamp switchOff', 'lamp switchOn', 'wait 40m');
    expect(lit(world)).toEqual(bulbs);
  });
});

/** The changes of the last line, in the order in which they are listed. */
function changesAfter(states: object, on: object, ...lines: readonly string[]): string[] {
  const system = {
    ...chandelier,
    entities: {
      lamp: {
        ...lamp,
        chart: { id: 'chandelier', on, states },
        phases: { FIRST: { ON: 1, OFF: 2 }, SECOND: { ON: 1, OFF: 2 } },
        rules: {},
        words: {},
      } as Lifecycle,
    },
  };
  const results = [...simulate(readScenario(system, lines.join('\n')), system)];
  return (results.at(-1)?.changes ?? []).map(({ phase, status }) => `${phase} ${status}`);
}

describe('the delay of a state that is left in the step in which it was entered', () => {
  const ran = { after: { '1h': 'OFF' } };
  /** The first bulb is on for a moment, until the second is on; then it shines on, dimmed. */
  const states = {
    FIRST: {
      initial: 'OFF',
      states: { OFF: { on: { switchOn: 'ON' } }, ON: { ...ran, on: { 'entered SECOND.ON': 'DIM' } }, DIM: ran },
    },
    SECOND: { initial: 'OFF', states: { OFF: { on: { switchOn: 'ON' } }, ON: ran } },
  };

  it('does not start, and the delay of the state entered next starts last', () =>
    expect(changesAfter(states, {}, 'lamp switchOn', 'wait 1h')).toEqual(['SECOND OFF', 'FIRST OFF']));
});

describe('a transition of the whole entity', () => {
  const states = {
    FIRST: { initial: 'OFF', states: { ON: {}, OFF: {} } },
    SECOND: { initial: 'null', states: { null: { on: { switchOff: 'ON' } }, ON: {} } },
  };

  it('enters the first state of a region like any other', () =>
    expect(changesAfter(states, { switchOn: 'FIRST.ON' }, 'lamp switchOn')).toEqual(['FIRST ON']));

  it('restarts the other regions, and does not list that as changes', () =>
    expect(changesAfter(states, { switchOn: 'FIRST.ON' }, 'lamp switchOff', 'lamp switchOn', 'lamp switchOff')).toEqual(
      ['SECOND ON'],
    ));

  it('without a target restarts nothing', () =>
    expect(changesAfter(states, { switchOn: {} }, 'lamp switchOff', 'lamp switchOn', 'lamp switchOff')).toEqual([]));

  it('is not taken if a region reacts', () =>
    expect(changesAfter(states, { switchOff: 'FIRST.ON' }, 'lamp switchOff')).toEqual(['SECOND ON']));

  it('cancels the delay of every state that it leaves, and starts those of the states it enters', () => {
    const running = { initial: 'ON', states: { ON: { after: { '1h': 'OFF' } }, OFF: {} } };
    const both = { FIRST: running, SECOND: running };
    const started = (...more: readonly string[]) => ['lamp switchOff', 'wait 40m', 'lamp switchOff', ...more];
    // A lamp has not entered its initial states by a transition, so their delays start only with the first switch.
    expect(changesAfter(both, { switchOff: 'FIRST.ON' }, ...started('wait 59m'))).toEqual([]);
    expect(changesAfter(both, { switchOff: 'FIRST.ON' }, ...started('wait 60m'))).toEqual(['FIRST OFF', 'SECOND OFF']);
  });
});
