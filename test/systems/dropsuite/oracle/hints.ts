import type { Hints } from '../../../random/hints.ts';

/** What a random walk through Dropsuite should meet: few tasks of each kind, so that each reaches every status. */
export const hints: Hints = {
  ids: {
    backup: ['1', '1', '1', '2', '2', 'x-1.a_B'],
    migration: ['1', '1', '2'],
    restore: ['1', '1', '2'],
    download: ['1', '1', '2'],
  },
  share: { backup: 6, migration: 4, restore: 4, download: 4, credential: 1, subscription: 1 },
  waits: [0, 1, 600, 1799, 1800, 7199, 7200, 10_799, 10_800, 86_400, 2_591_999, 2_592_000],
  values: { backup: ['1', '1', '1', '2', '2', 'x-1.a_B', 'nowhere'] },
  likely: {
    'backup deactivate': 0.2,
    'backup sourceRemoved': 0.1,
    'backup spaceFull': 0.3,
    cancel: 0.3,
    upgrade: 0.5,
    deleteAccounts: 0.5,
  },
};

/** A task with nearly all its retries used up. */
function tired(task: string, ...begins: string[]): string {
  const retries = Array.from({ length: 22 }, () => `${task} error\nwait 30m`);
  return ['given ready', ...begins, `${task} started`, ...retries].join('\n');
}

/** One task of each kind that hardly ever ends, so that it uses up all its retries. */
export const unlucky: Hints = {
  openings: [
    'given ready',
    tired('backup', 'wait 2h'),
    tired('migration', 'migration start'),
    tired('restore', 'restore start'),
    tired('download', 'download start'),
  ],
  ids: { backup: ['1'], migration: ['1'], restore: ['1'], download: ['1'] },
  share: { backup: 8, migration: 6, restore: 6, download: 6, credential: 1, subscription: 1 },
  waits: [1, 1799, 1800, 10_800],
  values: { backup: ['1'] },
  likely: {
    'backup start': 0.01,
    start: 0.05,
    'backup force': 0.02,
    'backup deactivate': 0.002,
    'backup sourceRemoved': 0.002,
    cancel: 0.003,
    succeeded: 0.01,
    partiallySucceeded: 0.004,
    'download failed': 0.01,
    failed: 0.2,
    connectionLost: 0.004,
    credentialsRejected: 0.004,
    spaceFull: 0.004,
    globalAdminRemoved: 0.01,
    permissionRevoked: 0.01,
    deviceCodeExpired: 0.01,
    upgrade: 0.02,
    deleteAccounts: 0.02,
  },
};
