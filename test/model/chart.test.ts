import { describe, expect, it } from 'vitest';
import { eventsHeard, isPhase, movesOf, stateOf, statusOf } from '../../src/model/index.ts';

it('a chart hears the events of its own, of its regions and of their states, and the delays of its states', () => {
  const states = { DIM: { on: { brighten: 'LIT' }, after: { '1h': 'LIT' } }, LIT: {} };
  const chart = {
    id: 'lamp',
    on: { replaced: { target: 'LIGHT.DIM' } },
    states: { LIGHT: { initial: 'DIM', on: { dim: 'DIM' }, states } },
  };
  expect(eventsHeard(chart)).toEqual(['replaced', 'dim', 'brighten', 'after 1h LIGHT.DIM']);
});

describe('the transitions of an event', () => {
  const dim = { target: 'DIM', guard: { plugged: true } };
  it('may be a bare target', () => expect(movesOf({ dim: 'DIM' }, 'dim')).toEqual([{ target: 'DIM' }]));
  it('may be one', () => expect(movesOf({ dim }, 'dim')).toEqual([dim]));
  it('may be several, in their order', () =>
    expect(movesOf({ dim: [dim, 'LIT'] }, 'dim')).toEqual([dim, { target: 'LIT' }]));
  it('are none if it is not listed', () => expect(movesOf({ dim }, 'brighten')).toEqual([]));
  it('are none if nothing is listed', () => expect(movesOf(undefined, 'dim')).toEqual([]));
  it('are none for a name that every object inherits', () => expect(movesOf({ dim }, 'toString')).toEqual([]));
});

describe('a phase', () => {
  it('is a region in capitals', () => expect(['LIGHT', 'light'].map(isPhase)).toEqual([true, false]));
  it('that has not run has the status null', () => expect(['null', 'LIT'].map(statusOf)).toEqual([null, 'LIT']));
  it('without a status is in the state null', () => expect([null, 'LIT'].map(stateOf)).toEqual(['null', 'LIT']));
});
