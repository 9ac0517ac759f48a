import type { Chart, Handlers, Move, Region } from '../../src/define/index.ts';
import { exitMoves } from './exits.ts';

/** The status of an account without a pass: QUEUED before the switch, FINAL_PENDING after it. */
const backTo = (...actions: string[]): Move[] => [
  { target: 'FINAL_PENDING', guard: { DELIVERY: 'NEW' }, actions },
  { target: 'QUEUED', actions },
];

const remove: Handlers = { remove: 'REMOVED' };

const MIGRATION: Region = {
  initial: 'null',
  states: {
    null: { on: { enqueue: 'QUEUED' } },
    QUEUED: { on: { start: 'RUNNING', ...remove } },
    RUNNING: { on: { exited: exitMoves } },
    SYNCED: { on: { start: 'RUNNING', switch: 'FINAL_PENDING', ...remove } },
    FINAL_PENDING: { on: { final: 'RUNNING', ...remove } },
    /** An operator need not wait; without one, the pass begins when it is the account's turn. */
    RETRYING: { on: { start: 'RUNNING', final: 'RUNNING', 'turn.came': 'RUNNING', ...remove } },
    FAILED: {
      on: {
        reset: backTo('clearRetries'),
        'credentials.update': [
          { target: 'FINAL_PENDING', guard: { refused: 'yes', DELIVERY: 'NEW' }, actions: ['clearRetries'] },
          { target: 'QUEUED', guard: { refused: 'yes' }, actions: ['clearRetries'] },
        ],
        ...remove,
      },
    },
    /** An account that was switched before it was removed must never get a `backup` again. */
    REMOVED: { on: { enqueue: backTo('clearRetries') } },
    COMPLETED: { on: remove },
  },
};

/** Survives removal, because mail is routed by it: once NEW, always NEW. */
const DELIVERY: Region = {
  initial: 'null',
  states: { null: { on: { enqueue: 'OLD' } }, OLD: { on: { switch: 'NEW' } }, NEW: { end: true } },
};

/** A retry is a pass of the same kind as the last, so it changes nothing here. */
const PASS: Region = {
  initial: 'null',
  on: { start: 'INTERMEDIATE', final: 'FINAL', enqueue: { target: 'null', silent: true } },
  states: { null: {}, INTERMEDIATE: {}, FINAL: {} },
};

/** Whether credentials came after the latest pass began. They excuse its 77. */
const newerCredentials: Region = {
  initial: 'no',
  on: { 'credentials.update': 'yes', 'entered MIGRATION.RUNNING': 'no', enqueue: 'no' },
  states: { no: {}, yes: {} },
};

/** Whether it FAILED because a login was refused: such an account only waits for newer credentials. */
const refused: Region = {
  initial: 'no',
  states: {
    no: { on: { 'entered MIGRATION.FAILED': { target: 'yes', guard: { $code: 77, $cause: { not: 'folder' } } } } },
    yes: { on: { 'left MIGRATION.FAILED': 'no' } },
  },
};

/** What a RETRYING account does: it waits for its delay, then for its turn (dovecot 6). */
const retry: Region = {
  initial: 'none',
  states: {
    none: { on: { 'entered MIGRATION.RETRYING': 'delayed' } },
    delayed: {
      on: { 'left MIGRATION.RETRYING': 'none' },
      after: { retryAfter: { target: 'waiting', actions: ['joinQueue'] } },
    },
    waiting: { on: { 'left MIGRATION.RETRYING': { target: 'none', actions: ['leaveQueue'] } } },
  },
};

/** What accepted commands, exits and the manager's queue do to an account (dovecot 4, 5, 6). */
export const accountChart = {
  id: 'dovecot-account',
  states: { MIGRATION, DELIVERY, PASS, newerCredentials, refused, retry },
} as const satisfies Chart;
