import type { Chart, Move, Transition } from '../../src/model/index.ts';

const to = (status: string): Transition => ({ target: status, guard: { $status: status } });

/** An address of a user is the main one if it is his main text, else a wildcard if it has an asterisk. */
const byValue = (actions: readonly string[]): Move[] => [
  { target: 'MAIN', guard: { becomesMain: true }, actions },
  { target: 'WILDCARD', guard: { becomesWildcard: true }, actions },
  { target: 'ALIAS', actions },
];

/** What an accepted command does to an address, and what becomes of it with its user (wildduck 4). */
export const addressChart = {
  id: 'wildduck-address',
  states: {
    ADDRESS: {
      initial: 'null',
      on: {
        create: byValue(['makeAddress']),
        update: byValue(['changeAddress']),
        delete: 'DELETED',
        'forwarded.create': { target: 'FORWARDED', actions: ['makeForwarded'] },
        'forwarded.update': { actions: ['changeForwarded'] },
        'forwarded.delete': 'DELETED',
        'user.created': { target: 'MAIN', actions: ['makeAddress'] },
        'user.deleted': 'DELETED',
        'user.restored': [to('MAIN'), to('WILDCARD'), to('ALIAS')],
        'main.moved': [to('WILDCARD'), to('ALIAS')],
      },
      states: { null: {}, MAIN: {}, ALIAS: {}, WILDCARD: {}, FORWARDED: {}, DELETED: {} },
    },
  },
} as const satisfies Chart;
