import type { Chart } from '../../src/define/index.ts';

/** What accepted commands do to an application password (wildduck 6, 7). */
export const aspChart = {
  id: 'wildduck-asp',
  states: {
    ASP: {
      initial: 'null',
      on: { create: { target: 'PRESENT', actions: ['makeAsp'] } },
      states: {
        null: {},
        PRESENT: { on: { delete: 'DELETED', 'user.purged': 'DELETED', 'entered lifetime.over': 'EXPIRED' } },
        EXPIRED: {},
        DELETED: {},
      },
    },
    /** Restarts with every use; without a ttl it never expires. */
    lifetime: {
      initial: 'endless',
      on: { create: [{ target: 'running', guard: { ttlGiven: true } }, 'endless'], 'left ASP.PRESENT': 'endless' },
      states: {
        endless: {},
        running: { on: { used: { target: 'running', reenter: true } }, after: { aspExpiry: 'over' } },
        over: {},
      },
    },
  },
} as const satisfies Chart;
