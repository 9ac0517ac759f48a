import type { Chart, Region } from '../../src/define/index.ts';

/** A name is registered under its id for as long as nobody deletes it, and may then be registered anew. */
const ACCOUNT: Region = {
  initial: 'null',
  states: { null: {}, REGISTERED: { on: { delete: 'DELETED' } }, DELETED: {} },
};

/** What is no address is refused before it comes here: at a registration only one that is given counts. */
const EMAIL: Region = {
  initial: 'null',
  states: {
    null: {
      on: { 'entered ACCOUNT.REGISTERED': { target: 'SET', guard: { email: 'wellFormed' } }, 'email.change': 'SET' },
    },
    SET: {},
  },
};

/** A code that was sent is sent again where it is asked for again: its time is not renewed. */
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

/** What an accepted command does to an account (mozilla-sync 2). */
export const accountChart = {
  id: 'mozilla-sync-account',
  /** Refused while it is REGISTERED: nothing is left of a former account of that name. */
  on: { create: { target: 'ACCOUNT.REGISTERED' } },
  states: { ACCOUNT, EMAIL, RESET },
} as const satisfies Chart;
