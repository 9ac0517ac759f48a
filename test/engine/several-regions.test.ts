import { describe, expect, it } from 'vitest';
import { Simulator } from '../../src/engine/simulate.ts';
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
