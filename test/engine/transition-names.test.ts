import { expect, it } from 'vitest';
import { compileSystem } from '../../src/engine/compile-system.ts';
import { namesOfTransitions } from '../../src/engine/transition-names.ts';
import { withLamp } from '../toys/toys.ts';

it('a transition is named by its event, and by its place in its state, its region or the chart', () => {
  const system = withLamp({
    chart: {
      id: 'toy-lamp',
      on: { burnt: ['LIGHT.BROKEN', { target: 'LIGHT.OFF', guard: { $code: 7 } }] },
      states: {
        LIGHT: {
          initial: 'null',
          on: { switchOff: [{ target: 'BROKEN', guard: { plugged: false } }, 'null'] },
          states: {
            null: { on: { switchOn: 'ON' } },
            ON: { on: { switchOff: [{ target: 'OFF', guard: { plugged: true } }, 'OFF'] }, after: { '1h': 'OFF' } },
            OFF: {},
            BROKEN: { end: true },
          },
        },
      },
    },
  });
  const lifecycle = compileSystem(system).lifecycles.get('lamp');
  if (!lifecycle) throw new Error('no lamp');
  const names = [...namesOfTransitions(lifecycle).values()].map(({ event, place }) => `${event} ${place}`);
  const [delay] = names.filter((name) => name.includes('1h'));
  expect(new Set(names)).toEqual(
    new Set([
      'burnt **0',
      'burnt **1',
      'switchOn 0',
      'switchOff 0',
      'switchOff 1',
      'switchOff *0',
      'switchOff *1',
      delay,
    ]),
  );
  expect(delay).toMatch(/ 0$/);
});
