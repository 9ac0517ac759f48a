import type { Lifecycle, ParamSpec } from '../../src/define/index.ts';
import { accountChart } from './account.chart.ts';
import { accountFacts } from './account.facts.ts';
import { accountRules } from './account.rules.ts';
import { accountPhases } from './phases.ts';

const text = { is: { text: true }, anyValue: true } as const satisfies ParamSpec;
const captcha = { is: { one: ['ok', 'wrong'] } } as const satisfies ParamSpec;
const auth = { is: { one: ['ok', 'wrong'] }, default: 'ok' } as const satisfies ParamSpec;

/** A name in the User API 1.0. No node serves it, so the gates of nodes do not apply (mozilla-sync 2). */
export const account = {
  kind: 'account',
  chart: accountChart,
  phases: accountPhases,
  commands: {
    create: {
      says: 'registers the name',
      params: { password: text, email: text, captcha, body: { is: { one: ['ok', 'notJson'] }, default: 'ok' } },
    },
    'reset.request': { says: 'sends a code for changing the password', params: { captcha } },
    'reset.clear': { says: 'revokes the code that was sent', params: { auth, captcha } },
    'password.change': {
      says: 'changes the password, with the code that was sent or with the old password',
      params: { password: text, code: { is: { one: ['sent', 'wrong'] } }, auth },
    },
    'email.change': { says: 'changes the address', params: { email: text, auth } },
    delete: { says: 'deletes the account with all that it stores', params: { auth } },
  },
  reports: {},
  rules: accountRules,
  facts: accountFacts,
  is: { registered: { ACCOUNT: 'REGISTERED' } },
  words: {
    ACCOUNT: { REGISTERED: 'the name is registered', DELETED: 'the account is deleted' },
    EMAIL: { SET: 'the account has an address', 'not SET': 'the account has no address' },
    RESET: { CODE_SENT: 'a reset code is valid', 'not CODE_SENT': 'no reset code is valid' },
    $body: { notJson: 'the body is not JSON' },
    $captcha: { 'not ok': 'it is not solved' },
    $auth: { wrong: 'the credentials are wrong' },
    $code: {
      sent: 'a code that was sent is given',
      wrong: 'a wrong code is given',
    },
  },
} as const satisfies Lifecycle;
