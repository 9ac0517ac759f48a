import { dovecot } from '../../../../machines/dovecot/system.ts';
import type { Suite } from '../../../oracle/suite.ts';
import { blindWalks, walks } from '../../../random/walks.ts';
import { counted, crowded, hints } from './hints.ts';
import { dovecotOracle } from './index.ts';
import { exitName } from './names.ts';

export const suite: Suite = {
  system: dovecot,
  oracle: dovecotOracle,
  ready: ['account enqueue', 'account start', 'account exited code=0'],
  named: (code) => exitName(Number(code)),
  walks: [
    { name: 'wherever a walk leads', steps: walks(dovecot, hints, { length: 120, likely: 70 }), runs: 60 },
    {
      name: 'on who begins where many wait for a place',
      steps: walks(dovecot, crowded, { length: 150, likely: 90 }),
      runs: 30,
    },
    {
      name: 'on retries that are counted to the limit',
      steps: walks(dovecot, counted, { length: 200, likely: 95 }),
      runs: 40,
    },
    { name: 'on blind walks', steps: blindWalks(dovecot, hints, 80), runs: 30 },
  ],
  covered: { steps: 15_000, neverIgnored: ['manager set'] },
};
