import type { Effect, Lifecycle, ParamSpec } from '../../src/define/index.ts';
import { wholeOf } from '../../src/define/index.ts';
import { faults } from './faults.ts';
import { DIGITS } from './forms.ts';
import { type Limit, limits, policyOf, SERVER } from './policy.ts';

const limit = { is: { whole: { min: 1, digits: DIGITS } } } as const satisfies ParamSpec;

/** The server has no phases and no commands: it has limits and faults, and takes reports (wildduck 7). */
export const server = {
  kind: 'server',
  chart: {
    id: 'wildduck-server',
    on: { set: { actions: ['setLimits'] }, fault: { actions: ['armFault'] } },
    states: { limits: { initial: 'common', states: { common: {} } } },
  },
  phases: {},
  commands: {},
  reports: {
    set: {
      says: 'sets limits',
      atLeastOne: true,
      params: {
        aspLimit: limit,
        maxFilters: limit,
        maxMailboxes: limit,
        maxRecipients: limit,
        maxRcptTo: limit,
        imapMaxUpload: limit,
        imapMaxDownload: limit,
      },
      plain: { aspLimit: '1' },
    },
    fault: {
      says: 'the next command that it strikes, and that passes all its gates, is rejected with this fault',
      params: { code: { is: { one: faults.map(({ code }) => String(code)) }, required: true } },
    },
  },
  rules: {},
  facts: {},
  is: {},
  words: {},
} as const satisfies Lifecycle;

/** The server's data, whatever id a report has. */
export const serverEffects: { readonly [name: string]: Effect } = {
  setLimits(world, _, params) {
    world.touch('server', SERVER);
    const policy = policyOf(world);
    for (const key of Object.keys(limits) as Limit[]) policy[key] = wholeOf(params[key]) ?? policy[key];
  },

  /** A new fault replaces one that has not struck yet. */
  armFault(world, _, { code }) {
    world.touch('server', SERVER);
    policyOf(world).fault = code ?? null;
  },
};
