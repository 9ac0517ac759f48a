import type { Lifecycle } from '../../src/define/index.ts';
import { restorePhases } from './phases.ts';
import { taskChart } from './task.chart.ts';
import { cancelling, drawing, fixing, ofCopies, ofEvery, ofMailboxes } from './task.events.ts';
import { drawingProjections, drawsOnNothing, restoreFacts } from './task.facts.ts';
import { restoreRules } from './task.rules.ts';
import { tasks } from './tasks.ts';

/** The copy of a backup back into a mailbox of the organization. */
export const restore = {
  kind: 'restore',
  chart: taskChart(tasks.restore),
  phases: restorePhases,
  commands: { ...drawing, ...cancelling, ...fixing },
  reports: { ...ofEvery, ...ofCopies, ...ofMailboxes },
  rules: restoreRules,
  facts: restoreFacts,
  projections: drawingProjections,
  unreachable: drawsOnNothing('RESTORE'),
  is: {},
  words: { RESTORE: 'the restore' },
} as const satisfies Lifecycle;
