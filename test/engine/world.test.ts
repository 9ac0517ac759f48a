import { describe, expect, it } from 'vitest';
import { Simulator } from '../../src/engine/simulate.ts';
import { World } from '../../src/engine/world.ts';
import type { System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { lamp, sound, withLamp } from '../toys/toys.ts';

const known = (system: System, ...lines: readonly string[]): string[] => {
  const simulator = new Simulator(system);
  for (const step of readScenario(system, lines.join('\n'))) simulator.run(step);
  return simulator.world.entities().map(({ key }) => key);
};

describe('a world has an entity', () => {
  it('after an accepted command', () => expect(known(sound, 'lamp switchOn')).toEqual(['lamp:1']));

  it('after an accepted command that nothing in the chart reacts to', () => {
    const system = withLamp({
      commands: { ...lamp.commands, look: { says: 'looks' } },
      rules: { ...lamp.rules, look: [] },
    });
    expect(known(system, 'lamp look')).toEqual(['lamp:1']);
  });

  it('after a report that was applied', () =>
    expect(known(sound, 'lamp:2 switchOn', 'lamp:2 burnt code=7')).toEqual(['lamp:2']));

  it('not after a rejected command', () => expect(known(sound, 'lamp switchOff')).toEqual([]));

  it('not after an ignored report', () => expect(known(sound, 'lamp burnt code=7')).toEqual([]));

  it('not merely because it was asked about', () => {
    const world = new World(sound);
    world.peek('lamp', '1');
    expect(world.find('lamp', '1')).toBeUndefined();
  });
});

describe('what settles at the end of a step', () => {
  /** The entities that settle, in a system in which settling does nothing. */
  function settling(): { readonly settled: string[]; readonly simulator: Simulator } {
    const settled: string[] = [];
    const system: System = { ...sound, settle: (_, { id }) => void settled.push(id) };
    return { settled, simulator: new Simulator(system) };
  }
  const switchOn = (id: string) => ({ kind: 'lamp', id, type: 'switchOn', params: {} });

  it('is what the step touched, once', () => {
    const { settled, simulator } = settling();
    simulator.run(switchOn('1'));
    expect(settled).toEqual(['1']);
    simulator.run(switchOn('2'));
    expect(settled).toEqual(['1', '2']);
  });

  it('is not what was touched before it', () => {
    const { settled, simulator } = settling();
    simulator.world.touch('lamp', '9');
    simulator.run(switchOn('1'));
    expect(settled).toEqual(['1']);
  });

  it('is not what was rejected', () => {
    const { settled, simulator } = settling();
    simulator.run(switchOn('unplugged'));
    expect(settled).toEqual([]);
  });

  it('is each entity at each of its timers', () => {
    const { settled, simulator } = settling();
    simulator.run(switchOn('1'));
    simulator.run(switchOn('2'));
    simulator.run({ wait: 3600 });
    expect(settled).toEqual(['1', '2', '1', '2']);
  });

  it('is nothing in a new copy', () => {
    const { settled, simulator } = settling();
    simulator.run(switchOn('1'));
    simulator.world.copy().settle();
    expect(settled).toEqual(['1']);
  });
});

it('a world numbers what is made in it from 1', () => {
  const world = new World(sound);
  expect([world.order(), world.order()]).toEqual([1, 2]);
});
