import type { Chart, Region } from '../../src/define/index.ts';

/** A name is registered under its id until it is deleted, and can then be registered again. */
const ACCOUNT: Region = {
  initial: 'null',
  states: { null: {}, REGISTERED: { on: { delete: 'DELETED' } }, DELETED: {} },
};

/** Malformed addresses are refused earlier: at a registration only a given address counts. */
const EMAIL: Region = {
  initial: 'null',
  states: {
    null: {
      on: { 'entered ACCOUNT.REGISTERED': { target: 'SET', guard: { email: 'wellFormed' } }, 'email.change': 'SET' },
    },
    SET: {},
  },
};

/** If a reset code is requested again, the same code is sent again; its lifetime does not restart. */
const asks = { 'reset.request': 'CODE_SENT' } as const;

const RESET: Region = {
  initial: 'null',
  states: {
    null: { on: asks },
    CODE_SENT: {
      on: { 'reset.clear': 'CLEARED', 'password.change': { target: 'USED', guard: { $code: 'sent' } } },
      after: { '6h': 'EXPIRED' },
    },
    USED: { on: asks },
    CLEARED: { on: asks },
    EXPIRED: { on: asks },
  },
};

/** What accepted commands do to an account (mozilla-sync 2). */
export const accountChart = {
  id: 'mozilla-sync-account',
  /** Refused while it is REGISTERED: nothing is left of an earlier account with that name. */
  on: { create: { target: 'ACCOUNT.REGISTERED' } },
  states: { ACCOUNT, EMAIL, RESET },
} as const satisfies Chart;
