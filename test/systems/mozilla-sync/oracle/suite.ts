import { mozillaSync } from '../../../../machines/mozilla-sync/system.ts';
import type { Suite } from '../../../oracle/suite.ts';
import { blindWalks, walks } from '../../../random/walks.ts';
import { crowded, hints } from './hints.ts';
import { mozillaSyncOracle } from './index.ts';
import { nameOf } from './words.ts';

const gait = { length: 120, likely: 70 };
const { node, server } = mozillaSync.entities;

/** These gates rarely decide, and come first for every command: one command for each is enough. */
const faults = [
  'server issue: pool exhausted',
  'server issue: getVS failed',
  'server issue: prefix not set',
  'server issue: database not in pool',
];

export const suite: Suite = {
  system: mozillaSync,
  oracle: mozillaSyncOracle,
  ready: ['node healthy', 'account create password=correct-horse email=1@example.com'],
  named: nameOf,
  walks: [
    { name: 'near the quota', steps: walks(mozillaSync, crowded, gait), runs: 80 },
    { name: 'wherever walks lead', steps: walks(mozillaSync, hints, gait), runs: 40, batches: 8 },
    { name: 'on blind walks', steps: blindWalks(mozillaSync, hints, 100), runs: 30 },
  ],
  covered: {
    steps: 15_000,
    rareGates: faults,
    // the faults, and an unknown event
    codes: [...faults, 1],
    neverIgnored: [
      ...Object.keys(node.reports).map((report) => `node ${report}`),
      ...Object.keys(server.reports).map((report) => `server ${report}`),
    ],
  },
};
