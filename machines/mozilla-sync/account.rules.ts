import { type Condition, numbered } from '../../src/define/index.ts';
import { type Gate, refusals } from './request.rules.ts';

const notRegistered: Condition = {
  all: [{ ACCOUNT: { not: 'REGISTERED' } }],
  called: 'no account of that name is registered',
};

const captcha: Gate = [2, { captchaRequired: true, $captcha: { not: 'ok' } }];
const auth: Condition = {
  any: [{ $auth: 'wrong' }, notRegistered],
  called: 'the credentials are wrong, or no account of that name is registered',
};
const weak: Condition = { any: [{ password: 'short' }, { passwordIsName: true }] };

/** A reset code replaces credentials. */
const byCode: Condition = { all: [{ $code: ['sent', 'wrong'] }], called: 'a code is given' };
const byPassword: Condition = {
  all: [{ $code: null }, auth],
  called: 'no code is given, and the credentials are wrong or no account of that name is registered',
};

/** Why an account's command is refused; the first rule that holds decides (mozilla-sync 2). */
export const accountRules = numbered({
  create: refusals(
    [4, { ACCOUNT: 'REGISTERED' }],
    [6, { $body: 'notJson' }],
    [12, { email: 'malformed' }],
    [15, { strictUsernames: true, emailOfAnother: true }, 'I'],
    [7, { password: 'missing' }],
    [9, weak],
    captcha,
  ),
  'reset.request': refusals([3, notRegistered], [12, { EMAIL: { not: 'SET' } }], captcha),
  'reset.clear': refusals([401, auth], captcha),
  'password.change': refusals(
    [7, { password: 'missing' }, 'S'],
    [9, weak, 'S'],
    [404, { all: [byCode, notRegistered] }],
    [10, { any: [{ $code: 'wrong' }, { $code: 'sent', RESET: { not: 'CODE_SENT' } }] }],
    [401, byPassword],
  ),
  'email.change': refusals([401, auth], [12, { email: ['none', 'malformed'] }]),
  delete: refusals([401, auth]),
});
