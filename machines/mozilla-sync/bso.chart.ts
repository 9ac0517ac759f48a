import type { Chart, Handlers, Region } from '../../src/define/index.ts';

/** A BSO is written by its own `put`, or as an item of a list or a batch. */
const begins: Handlers = {
  put: { target: 'LIVE', actions: ['createBso', 'endPut'] },
  written: { target: 'LIVE', actions: ['createBso'] },
};

const BSO: Region = {
  initial: 'null',
  states: {
    null: { on: begins },
    LIVE: {
      on: {
        put: { actions: ['changeBso', 'endPut'] },
        written: { actions: ['changeBso'] },
        delete: { target: 'DELETED', actions: ['freeBytes', 'changeCollection'] },
        'entered COLLECTION.DELETED': { target: 'DELETED', actions: ['freeBytes'] },
        'entered lifetime.over': { target: 'EXPIRED', actions: ['freeBytes'] },
      },
    },
    EXPIRED: { on: begins },
    DELETED: { on: begins },
  },
};

/** A ttl counts from the time it is given; if none is given, the old one continues. A ttl of 0 ends with the step. */
const ends: Handlers[string] = [
  { target: 'ending', guard: { ttl: 'now' } },
  { target: 'running', guard: { ttl: 'later' } },
];

const lifetime: Region = {
  initial: 'endless',
  on: { put: ends, written: ends, 'left BSO.LIVE': 'endless' },
  states: {
    endless: {},
    running: { after: { ttl: 'over' } },
    ending: { on: { 'step.ended': 'over' } },
    over: {},
  },
};

/** What requests and time do to a BSO (mozilla-sync 4.1, 4.4). */
export const bsoChart = { id: 'mozilla-sync-bso', states: { BSO, lifetime } } as const satisfies Chart;
