import type { Chart, Move, Region } from '../../src/define/index.ts';

/** A message is archived with its mailbox. */
const archived = { 'entered MAILBOX.DELETED': 'ARCHIVED', 'user.purged': 'DELETED' };

const MESSAGE: Region = {
  initial: 'null',
  states: {
    null: { on: { 'entered origin.sent': { target: 'STORED', guard: { roomLeft: true } } } },
    DRAFT: { on: { submit: { target: 'STORED', actions: ['submitMessage'] }, delete: 'DELETED', ...archived } },
    STORED: { on: { delete: 'ARCHIVED', ...archived } },
    ARCHIVED: { on: { 'user.purged': 'DELETED' }, after: { '25d': 'DELETED' } },
    DELETED: {},
  },
};

const OUTBOUND: Region = {
  initial: 'null',
  on: { submit: 'QUEUED', 'entered origin.sent': { target: 'QUEUED', guard: { toNobody: false } } },
  states: {
    null: {},
    QUEUED: { on: { sent: 'SENT', bounced: 'BOUNCED' } },
    SENT: {},
    BOUNCED: {},
  },
};

/** Whether a message came from the one-shot submission, which may queue it without storing it. */
const origin: Region = { initial: 'stored', states: { stored: {}, sent: {} } };

const stored = (actions: readonly string[]): Move[] => [
  { target: 'MESSAGE.DRAFT', guard: { $draft: 'yes' }, actions },
  { target: 'MESSAGE.STORED', actions },
];

/** What accepted commands and applied reports do to a message (wildduck 5). */
export const messageChart = {
  id: 'wildduck-message',
  /** A new message starts all of its regions again. */
  on: {
    upload: stored(['keepMessage']),
    append: stored(['keepMessage', 'countUpload']),
    deliver: { target: 'MESSAGE.STORED', actions: ['deliverMessage'] },
    send: { target: 'origin.sent', actions: ['sendMessage'] },
    move: { actions: ['moveMessage'] },
  },
  states: { MESSAGE, OUTBOUND, origin },
} as const satisfies Chart;
