import type { Lifecycle } from '../../src/define/index.ts';
import { subscriptionPhases } from './phases.ts';

/** The one subscription, whose storage holds all backups. Backups fill it, and its commands are never refused. */
export const subscription = {
  kind: 'subscription',
  singleton: '1',
  chart: {
    id: 'dropsuite-subscription',
    states: {
      STORAGE: {
        initial: 'AVAILABLE',
        states: {
          AVAILABLE: { on: { filled: 'FULL' } },
          FULL: { on: { upgrade: 'AVAILABLE', deleteAccounts: 'AVAILABLE' } },
        },
      },
    },
  },
  phases: subscriptionPhases,
  commands: {
    upgrade: { says: 'buys more storage' },
    deleteAccounts: { says: 'deletes accounts and frees their storage' },
  },
  reports: {},
  internal: {
    filled: {
      says: 'a backup found the storage full',
      causedBy: ['backup start', 'backup started', 'backup spaceFull'],
    },
  },
  rules: { upgrade: [], deleteAccounts: [] },
  facts: {},
  is: { full: { STORAGE: 'FULL' } },
  words: { STORAGE: "the subscription's storage" },
} as const satisfies Lifecycle;
