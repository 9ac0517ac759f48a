import type { Chart, Condition, Move, Transition } from '../../src/define/index.ts';

const to = (status: string): Transition => ({ target: status, guard: { $status: status } });

/**
 * The kind of a user's address: MAIN if it equals the user's main text, else WILDCARD if it has an asterisk, else
 * ALIAS.
 */
const byValue = (isMain: Condition, isWildcard: Condition, actions: readonly string[]): Move[] => [
  { target: 'MAIN', guard: isMain, actions },
  { target: 'WILDCARD', guard: isWildcard, actions },
  { target: 'ALIAS', actions },
];

/**
 * Whether an updated address stays or becomes MAIN. A main text given with capitals never equals a value. If the
 * address was not MAIN, the main text becomes its old value.
 */
const staysOrBecomesMain: Condition = {
  any: [
    { ADDRESS: 'MAIN', capitalsGiven: false },
    { ADDRESS: { not: 'MAIN' }, $main: 'yes', newValue: ['kept', 'recased'] },
    { ADDRESS: { not: 'MAIN' }, $main: { not: 'yes' }, isMainText: true },
  ],
};

/** What accepted commands and changes of its user do to an address (wildduck 4). */
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
