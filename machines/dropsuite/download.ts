import type { Lifecycle } from '../../src/define/index.ts';
import { downloadPhases } from './phases.ts';
import { taskChart } from './task.chart.ts';
import { drawing, ofCopies, ofEvery } from './task.events.ts';
import { drawingFacts, drawingProjections, drawsOnNothing } from './task.facts.ts';
import { downloadRules } from './task.rules.ts';
import { tasks } from './tasks.ts';

/** A backup exported to files, with a link that expires. */
export const download = {
  kind: 'download',
  chart: taskChart(tasks.download),
  phases: downloadPhases,
  commands: { ...drawing, open: { says: 'fetches what the link leads to' } },
  reports: { ...ofEvery, ...ofCopies },
  rules: downloadRules,
  facts: drawingFacts,
  projections: drawingProjections,
  unreachable: drawsOnNothing('DOWNLOAD'),
  is: {},
  words: { DOWNLOAD: 'the download' },
} as const satisfies Lifecycle;
