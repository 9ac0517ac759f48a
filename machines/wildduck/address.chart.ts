import type { Chart, Transition } from '../../src/define/index.ts';

const restored = (status: string): Transition => ({ target: status, guard: { $status: status } });

/** What an accepted command does to an address, and what becomes of it with its user (rulebook 2, 4). */
export const addressChart = {
  id: 'wildduck-address',
  states: {
    ADDRESS: {
      initial: 'null',
      on: {
        create: [
          { target: 'WILDCARD', guard: { wildcardGiven: true }, actions: ['makeAddress'] },
          { target: 'MAIN', guard: { $main: 'yes' }, actions: ['makeAddress', 'demoteFormerMain'] },
          { target: 'ALIAS', actions: ['makeAddress'] },
        ],
        update: [
          { target: 'MAIN', guard: { $main: 'yes' }, actions: ['changeAddress', 'demoteFormerMain'] },
          { actions: ['changeAddress'] },
        ],
        delete: 'DELETED',
        'forwarded.create': { target: 'FORWARDED', actions: ['makeForwarded'] },
        'forwarded.update': { actions: ['changeAddress'] },
        'forwarded.delete': 'DELETED',
        'user.created': { target: 'MAIN', actions: ['makeAddress'] },
        'user.deleted': 'DELETED',
        'user.restored': [restored('MAIN'), restored('ALIAS'), restored('WILDCARD')],
        'main.moved': 'ALIAS',
      },
      states: { null: {}, MAIN: {}, ALIAS: {}, WILDCARD: {}, FORWARDED: {}, DELETED: {} },
    },
  },
} as const satisfies Chart;
