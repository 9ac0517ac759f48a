import type { Chart, Condition, Move, Transition } from '../../src/define/index.ts';

const to = (status: string): Transition => ({ target: status, guard: { $status: status } });

/** An address of a user is the main one if it is his main text, else a wildcard if it has an asterisk. */
const byValue = (isMain: Condition, isWildcard: Condition, actions: readonly string[]): Move[] => [
  { target: 'MAIN', guard: isMain, actions },
  { target: 'WILDCARD', guard: isWildcard, actions },
  { target: 'ALIAS', actions },
];

/** Given with capitals, the main text is what no value can be; of another address the old value becomes it. */
const staysOrBecomesMain: Condition = {
  any: [
    { ADDRESS: 'MAIN', capitalsGiven: false },
    { ADDRESS: { not: 'MAIN' }, $main: 'yes', newValue: ['kept', 'recased'] },
    { ADDRESS: { not: 'MAIN' }, $main: { not: 'yes' }, isMainText: true },
  ],
};

/** What an accepted command does to an address, and what becomes of it with its user (wildduck 4). */
export const addressChart = {
  id: 'wildduck-address',
  states: {
    ADDRESS: {
      initial: 'null',
      on: {
        create: byValue({ any: [{ $main: 'yes' }, { isMainText: true }] }, { wildcardGiven: true }, ['makeAddress']),
        update: byValue(staysOrBecomesMain, { hasWildcard: true }, ['changeAddress']),
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
