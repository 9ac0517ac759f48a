import type { EntityView, WorldView } from '../../src/define/index.ts';

/** The manager's data outside its chart: the numbers of its policy (dovecot 3), and which accounts run and wait. */
export type ManagerData = {
  maxRetries: number;
  /** Seconds. */
  retryAfter: number;
  maxRunning: number;
  /** The number of RUNNING accounts. */
  running: number;
  /** The ids of the accounts that wait for a place, longest waiting first (dovecot 6). */
  waiting: string[];
};

export const freshManager = (): ManagerData => ({
  maxRetries: 3,
  retryAfter: 300,
  maxRunning: 10,
  running: 0,
  waiting: [],
});

export const managerOf = (world: WorldView): EntityView => world.find('manager', '1') as EntityView;
export const managerData = (manager: EntityView): ManagerData => manager.data as ManagerData;

/** At least maxRunning accounts are RUNNING. */
export function limitReached(world: WorldView): boolean {
  const { running, maxRunning } = managerData(managerOf(world));
  return running >= maxRunning;
}

/** The policy keys with a fixed list of words, the default first (dovecot 3). */
export const policyWords = {
  onRetryLimit: ['error', 'requeue'],
  auth: ['master', 'user'],
  credentials: ['fixed', 'refreshed'],
  identity: ['healthy', 'degraded'],
} as const;

/** How they read in a sentence. */
export const policySays = {
  onRetryLimit: {
    error: 'an account at that limit is in error',
    requeue: 'an account at that limit is put back',
  },
  auth: {
    master: 'passes log in to the old system as a master user',
    user: "passes log in to the old system with the user's own credentials",
  },
  credentials: {
    fixed: 'passes use the credentials given at the start',
    refreshed: "each pass fetches the user's current credentials",
  },
  identity: {
    healthy: 'the user database is healthy',
    degraded: 'the user database is degraded',
  },
} as const;

/** Which system refused: the old one if none is named (dovecot 5). */
export const sideSays = {
  destination: 'the new system refused',
  'not destination': 'the old system refused',
} as const;

/** What was refused: a login if nothing is named (dovecot 5). */
export const causeSays = {
  folder: 'a folder was refused',
  'not folder': 'a login was refused',
} as const;
