import { wildduck } from '../../../../machines/wildduck/system.ts';
import type { Step } from '../../../../src/model/index.ts';
import type { Suite } from '../../../oracle/suite.ts';
import { isEvent } from '../../../random/steps.ts';
import { blindWalks, walks } from '../../../random/walks.ts';
import { corners } from './corners.ts';
import { hints, leaving, mail, signingIn } from './hints.ts';
import { wildduckOracle } from './index.ts';

const gait = { length: 120, likely: 80 };

export const suite: Suite = {
  system: wildduck,
  oracle: wildduckOracle,
  ready: ['user create password=correct-horse', 'session authenticate password=correct-horse'],
  corners,
  walks: [
    { name: 'on who may sign in', steps: walks(wildduck, signingIn, gait).map(tryAgain), runs: 12 },
    { name: 'on mail under tight limits', steps: walks(wildduck, mail, gait), runs: 15 },
    { name: 'on users who come and go', steps: walks(wildduck, leaving, gait), runs: 15 },
    { name: 'on blind walks', steps: blindWalks(wildduck, hints, 120), runs: 10 },
    { name: 'wherever walks lead', steps: walks(wildduck, hints, gait), runs: 15, batches: 8 },
  ],
  covered: { steps: 10_000, neverAccepted: ['message restore'], neverIgnored: ['server set', 'server fault'] },
};

/** Failures repeat until counters are full, and attempts go on until they no longer are. */
function tryAgain(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => {
    if (!isEvent(step)) return [step];
    const { [step.type === 'totp.check' ? 'token' : 'password']: tried, ...rest } = step.params;
    const [six, right] = [Array<Step>(6).fill(step), { ...step, params: rest }];
    if (tried === 'wrong' && step.id === '1') return [...six, right, ...six];
    if (tried === 'wrong') return [...six, { wait: 60 }, ...six, right, { wait: 59 }, right, { wait: 1 }, right];
    if (tried === 'temporary' && step.kind === 'session')
      return [step, { ...step, params: { ...step.params, scope: 'imap' } }];
    if (tried === 'used') return [right, { wait: 60 }, step, { wait: 119 }, step, { wait: 1 }, step];
    return [step];
  });
}
