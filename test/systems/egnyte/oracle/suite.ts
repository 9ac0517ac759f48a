import fc from 'fast-check';
import { egnyte } from '../../../../machines/egnyte/system.ts';
import type { Suite } from '../../../oracle/suite.ts';
import { blindWalks, walks } from '../../../random/walks.ts';
import { hints, narrow } from '../hints.ts';
import { egnyteOracle } from './index.ts';

const gait = { length: 250, likely: 85 };
const domainReports = Object.keys(egnyte.entities.domain.reports).map((report) => `domain ${report}`);

export const suite: Suite = {
  system: egnyte,
  oracle: egnyteOracle,
  ready: [
    'agent register version=3.20.0',
    'job create',
    'job create.started',
    'job create.succeeded',
    'job scan.started',
    'job scan.succeeded',
  ],
  // The one name that the acceptance scenarios use for a number.
  named: (code) => (code === 632 ? 'ERR_MIGRATION_IN_CONFLICT' : undefined),
  walks: [
    {
      name: 'on walks that go deep',
      steps: fc.oneof(walks(egnyte, hints, gait), walks(egnyte, narrow, gait)),
      runs: 100,
      batches: 8,
    },
    { name: 'on blind walks', steps: blindWalks(egnyte, hints, 300), runs: 60 },
  ],
  corners: {
    'a schedule that follows True-Up is stopped while the link is unstable': `
given ready
job schedule.create start=+1h frequency=once
job sync.start
job sync.started
job sync.succeeded
wait 1h
agent link.unstable
job sync.started
job schedule.stop`,
  },
  covered: {
    steps: 60_000,
    // an unknown event, and an armed fault
    codes: [620, 801],
    // Migrate Data ends through its steps: these two are known and always ignored (egnyte 2.5).
    neverApplied: ['job migrateData.succeeded', 'job migrateData.stopped'],
    neverIgnored: domainReports,
  },
};
