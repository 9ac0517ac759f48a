import type { Chart, Handlers, Region } from '../../src/define/index.ts';

/** The first to write it, by an item or a batch, owns it until it is gone (mozilla-sync 1). */
const begins: Handlers = {
  post: { target: 'PRESENT', actions: ['ownCollection', 'postItems'] },
  written: { target: 'PRESENT', actions: ['ownCollection'] },
};

const COLLECTION: Region = {
  initial: 'null',
  states: {
    null: { on: begins },
    PRESENT: {
      on: {
        post: { actions: ['postItems'] },
        delete: { target: 'DELETED', actions: ['changeStorage'] },
        'storage.emptied': 'DELETED',
      },
    },
    DELETED: { on: begins },
  },
};

/** What requests do to a collection (mozilla-sync 4.1); its BSOs are told of its deletion. */
export const collectionChart = { id: 'mozilla-sync-collection', states: { COLLECTION } } as const satisfies Chart;
