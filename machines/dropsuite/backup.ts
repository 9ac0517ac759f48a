import type { Lifecycle } from '../../src/define/index.ts';
import { backupPhases } from './phases.ts';
import { taskChart } from './task.chart.ts';
import { fixing, ofEvery, ofMailboxes } from './task.events.ts';
import { backupFacts } from './task.facts.ts';
import { backupRules } from './task.rules.ts';
import { tasks } from './tasks.ts';

/** The backup of one mailbox, run after run. */
export const backup = {
  kind: 'backup',
  chart: taskChart(tasks.backup),
  phases: backupPhases,
  commands: {
    start: { says: 'backs up the mailbox when its turn comes' },
    force: { says: 'backs up the mailbox at once, with all its retries' },
    ...fixing,
    deactivate: { says: 'ends the backups of the mailbox; what is stored stays' },
    activate: { says: 'resumes the backups of the mailbox' },
  },
  reports: {
    ...ofEvery,
    ...ofMailboxes,
    sourceRemoved: { says: 'the licence, the mailbox or its membership in the group is gone' },
  },
  rules: backupRules,
  facts: backupFacts,
  is: { backedUp: { backedUp: 'yes' } },
  words: {
    BACKUP: 'the backup',
    backedUp: { no: 'nothing was ever backed up', yes: 'something was backed up' },
  },
} as const satisfies Lifecycle;
