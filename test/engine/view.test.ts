import { expect, it } from 'vitest';
import { viewOf } from '../../src/engine/view.ts';
import { World } from '../../src/engine/world.ts';
import type { Fact } from '../../src/model/index.ts';
import { lamp, withLamp } from '../toys/toys.ts';

const fact = (more: Partial<Fact>): Fact => ({
  values: ['dry', 'wet'],
  usual: 'dry',
  of: () => 'wet',
  says: {},
  ...more,
});

it('a view has the phases, the shown facts, and, at the top level, the facts that are shown beside these', () => {
  const system = withLamp({
    chart: {
      ...lamp.chart,
      states: { ...lamp.chart.states, wiring: { initial: 'old', states: { old: {} } } },
    },
    facts: {
      ...lamp.facts,
      weather: fact({ shown: 'beside' }),
      cellar: fact({ shown: false }),
      asked: fact({ usesParams: true }),
      askedPlain: fact({ usesParams: true, shown: true }),
    },
  });
  const world = new World(system);
  expect(viewOf(world, world.peek('lamp', '7'))).toEqual({
    entity: 'lamp:7',
    phases: { LIGHT: null },
    weather: 'wet',
    facts: { plugged: true, askedPlain: 'wet' },
  });
  world.tell(world.touch('lamp', '7'), 'switchOn', {});
  expect(viewOf(world, world.peek('lamp', '7')).phases).toEqual({ LIGHT: 'ON' });
});
