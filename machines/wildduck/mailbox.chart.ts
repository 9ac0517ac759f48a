import type { Chart, StateNode } from '../../src/define/index.ts';

const there: StateNode = { on: { delete: 'DELETED', 'user.purged': 'DELETED' } };

/** What accepted commands do to a mailbox (wildduck 4). */
export const mailboxChart = {
  id: 'wildduck-mailbox',
  states: {
    MAILBOX: {
      initial: 'null',
      on: {
        create: { target: 'NORMAL', actions: ['makeMailbox'] },
        'user.created': { target: 'SPECIAL', actions: ['makeMailbox'] },
        rename: { actions: ['renameMailbox'] },
        fetch: { actions: ['countDownload'] },
      },
      states: { null: {}, NORMAL: there, SPECIAL: there, DELETED: {} },
    },
  },
} as const satisfies Chart;
