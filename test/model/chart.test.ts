import { expect, it } from 'vitest';
import { eventsHeard } from '../../src/model/index.ts';

it('a chart hears the events of its own, of its regions and of their states, and the delays of its states', () => {
  const states = { DIM: { on: { brighten: 'LIT' }, after: { '1h': 'LIT' } }, LIT: {} };
  const chart = {
    id: 'lamp',
    on: { replaced: { target: 'LIGHT.DIM' } },
    states: { LIGHT: { initial: 'DIM', on: { dim: 'DIM' }, states } },
  };
  expect(eventsHeard(chart)).toEqual(['replaced', 'dim', 'brighten', 'after 1h LIGHT.DIM']);
});
