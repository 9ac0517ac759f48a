import { describe, expect, it } from 'vitest';
import { egnyte } from '../../machines/egnyte/index.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import type { System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { sound } from '../toys/toys.ts';

/** The world after a scenario, its lines between slashes. */
function worldAfter(system: System, lines: string): World {
  const simulator = new Simulator(system);
  for (const step of readScenario(system, lines.replaceAll(' / ', '\n'))) simulator.run(step);
  return simulator.world;
}

const light = (world: World): string => world.peek('lamp', '1').state('LIGHT');

describe('a copy of a world', () => {
  it('has each entity once, including those that every world starts with', () => {
    const world = worldAfter(egnyte, 'given ready / domain set maxFiles=5');
    const keys = (of: World): string[] => of.entities().map(({ key }) => key);
    expect(keys(world.copy().copy())).toEqual(keys(world));
    expect(keys(world).filter((key) => key.startsWith('domain'))).toHaveLength(1);
  });

  it('lists the same entities that it finds by name', () => {
    const copy = worldAfter(egnyte, 'given ready / domain set maxFiles=5').copy();
    for (const entity of copy.entities()) expect(copy.find(entity.kind, entity.id)).toBe(entity);
    expect(copy.all('domain').map(({ data }) => data.maxFiles)).toEqual([5]);
  });

  it('shares no data with the original', () => {
    const world = worldAfter(egnyte, 'domain destination.forbidden path=/a');
    const copy = world.copy();
    const paths = (of: World) => of.find('domain', '1')?.data.paths as { forbidden: boolean }[];
    (paths(copy)[0] as { forbidden: boolean }).forbidden = false;
    expect(paths(world)).toEqual([{ path: '/a', forbidden: true }]);
  });

  it('has the running delays, with the time they have left', () => {
    const copy = worldAfter(sound, 'lamp switchOn / wait 40m').copy();
    copy.wait(20 * 60 - 1);
    expect(light(copy)).toBe('ON');
    copy.wait(1);
    expect(light(copy)).toBe('OFF');
  });

  it('is at the same time', () => expect(worldAfter(sound, 'lamp switchOn / wait 40m').copy().now).toBe(2400));

  it('has no delay that was cancelled', () => {
    const copy = worldAfter(sound, 'lamp switchOn / lamp switchOff / wait 30m / lamp switchOn').copy();
    copy.wait(3600 - 1);
    expect(light(copy)).toBe('ON');
    expect(copy.clock.running()).toHaveLength(1);
  });

  it('has no delay that is over', () => {
    const copy = worldAfter(sound, 'lamp switchOn / wait 2h').copy();
    expect(copy.clock.running()).toEqual([]);
  });

  it('cancels a delay when its state is left, as the original does', () => {
    const copy = worldAfter(sound, 'lamp switchOn').copy();
    copy.tell(copy.touch('lamp', '1'), 'switchOff', {});
    expect(copy.clock.running()).toEqual([]);
  });

  it('is independent: what happens in one does not happen in the other', () => {
    const world = worldAfter(sound, 'lamp switchOn');
    const copy = world.copy();
    world.wait(3600);
    expect([light(world), light(copy)]).toEqual(['OFF', 'ON']);
    expect([world.now, copy.now]).toEqual([3600, 0]);
  });

  it('continues counting where the original does', () => {
    const world = worldAfter(egnyte, 'given ready / job:2 create');
    expect(world.copy().order()).toBe(world.order());
  });
});
