import { dropsuite } from '../../../../machines/dropsuite/system.ts';
import type { Suite } from '../../../oracle/suite.ts';
import { blindWalks, walks } from '../../../random/walks.ts';
import { hints, unlucky } from './hints.ts';
import { dropsuiteOracle } from './index.ts';

export const suite: Suite = {
  system: dropsuite,
  oracle: dropsuiteOracle,
  ready: ['backup start', 'backup started', 'backup succeeded'],
  walks: [
    { name: 'wherever a walk leads', steps: walks(dropsuite, hints, { length: 120, likely: 70 }), runs: 60 },
    {
      name: 'on tasks that use up their retries',
      steps: walks(dropsuite, unlucky, { length: 400, likely: 97 }),
      runs: 30,
    },
    { name: 'on blind walks', steps: blindWalks(dropsuite, hints, 80), runs: 30 },
  ],
  covered: { steps: 15_000 },
};
