import type { Effect, Lifecycle, ParamSpec } from '../../src/define/index.ts';
import { wholeOf } from '../../src/define/index.ts';
import { faults } from './faults.ts';
import { type Limit, limits, policyOf, SERVER } from './policy.ts';

const limit = { is: { whole: { min: 1 } } } as const satisfies ParamSpec;

/** The server has no phases: it carries limits and faults, and all that happens to it is a report (wildduck 7). */
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

/** What the server keeps, whatever the id that was told. */
export const serverEffects: { readonly [name: string]: Effect } = {
  setLimits(world, _, params) {
    world.touch('server', SERVER);
    const policy = policyOf(world);
    for (const key of Object.keys(limits) as Limit[]) policy[key] = wholeOf(params[key]) ?? policy[key];
  },

  /** A later fault takes the place of one that has not struck yet. */
  armFault(world, _, { code }) {
    world.touch('server', SERVER);
    policyOf(world).fault = code ?? null;
  },
};
