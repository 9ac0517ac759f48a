import type { Lifecycle } from '../../src/define/index.ts';
import { migrationPhases } from './phases.ts';
import { taskChart } from './task.chart.ts';
import { cancelling, drawing, ofCopies, ofEvery, ofMailboxes } from './task.events.ts';
import { drawingFacts, drawingProjections, drawsOnNothing } from './task.facts.ts';
import { migrationRules } from './task.rules.ts';
import { tasks } from './tasks.ts';

/** The copy of a backup into a mailbox elsewhere, which has its own login. */
export const migration = {
  kind: 'migration',
  chart: taskChart(tasks.migration),
  phases: migrationPhases,
  commands: { ...drawing, ...cancelling },
  reports: { ...ofEvery, ...ofCopies, ...ofMailboxes },
  rules: migrationRules,
  facts: drawingFacts,
  projections: drawingProjections,
  unreachable: drawsOnNothing('MIGRATION'),
  is: {},
  words: { MIGRATION: 'the migration' },
} as const satisfies Lifecycle;
