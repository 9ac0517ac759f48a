import type { Chart, Move } from '../../src/define/index.ts';
import { protocols } from './forms.ts';

/** The protocol of the session; without one, it is a master session. */
const scopes: Move[] = [...protocols.map((target) => ({ target, guard: { $scope: target } })), 'master'];

/** What accepted commands do to a session (wildduck 3). */
export const sessionChart = {
  id: 'wildduck-session',
  states: {
    SESSION: {
      initial: 'null',
      on: { authenticate: { target: 'ACTIVE', actions: ['openSession'] } },
      states: {
        null: {},
        ACTIVE: {
          on: { renewed: { target: 'ACTIVE', reenter: true }, end: 'ENDED', revoked: 'ENDED' },
          after: { sessionExpiry: { target: 'EXPIRED', guard: { scope: 'master' } } },
        },
        ENDED: {},
        EXPIRED: {},
      },
    },
    scope: {
      initial: 'none',
      on: { authenticate: scopes },
      states: { none: {}, master: {}, imap: {}, pop3: {}, smtp: {} },
    },
  },
} as const satisfies Chart;
