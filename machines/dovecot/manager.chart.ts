import type { Chart, Region } from '../../src/define/index.ts';
import { type ExitMove, suspending } from './exits.ts';
import { policyWords } from './policy.ts';

/** The transitions for an exit that suspends all: the exit becomes the error of the suspension (dovecot 2, 6). */
const suspends: readonly ExitMove[] = suspending.map(({ mark, when }) => ({
  mark,
  guard: when,
  target: 'SUSPENDED',
  error: '$code',
}));

const MANAGER: Region = {
  initial: 'RUNNING',
  states: {
    RUNNING: { on: { suspend: 'SUSPENDED', exited: suspends } },
    SUSPENDED: { on: { resume: 'RUNNING' } },
  },
};

/** A policy key with a fixed list of words. It changes only if it is given. */
function key(name: keyof typeof policyWords): Region {
  const words = policyWords[name];
  return {
    initial: words[0],
    on: { set: words.map((word) => ({ target: word, guard: { [`$${name}`]: word } })) },
    states: Object.fromEntries(words.map((word) => [word, {}])),
  };
}

/** Numbers: the policy's, and the count of RUNNING accounts. */
const numbers: Region = {
  initial: 'kept',
  on: {
    set: { actions: ['setNumbers'] },
    'entered MIGRATION.RUNNING': { actions: ['takePlace'] },
    'left MIGRATION.RUNNING': { actions: ['freePlace'] },
  },
  states: { kept: {} },
};

/** What commands, the policy and exits that concern everybody do to the manager (dovecot 1, 3, 6). */
export const managerChart = {
  id: 'dovecot-manager',
  states: {
    MANAGER,
    onRetryLimit: key('onRetryLimit'),
    auth: key('auth'),
    credentials: key('credentials'),
    identity: key('identity'),
    numbers,
  },
} as const satisfies Chart;
