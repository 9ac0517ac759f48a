import type { Condition } from '../../src/define/index.ts';
import { counted, deed, gates, refuse } from './gates.ts';

const failed = (code: string, when: Condition) => counted(code, 'countFailure', when);

const master = [null, 'master'];

/** A password admits to a protocol only if it is the user's own and nothing else is required. */
const notByProtocol: Condition = {
  called: 'a correct password for a protocol is the temporary one, or the user has a second factor',
  all: [
    { secret: ['none', 'password'], $scope: { not: master } },
    { any: [{ passwordShown: 'temporary' }, { passwordShown: 'own', userHas2FA: true }] },
  ],
};

const wrongPassword: Condition = {
  called: 'the password is wrong, or the user has none',
  any: [
    { secret: 'none', hasPassword: false },
    { secret: 'password', passwordShown: 'wrong' },
  ],
};

const wrongAsp: Condition = {
  called: 'an application password is given for scope master, or the user has none of that id',
  any: [
    { secret: 'asp', $scope: master },
    { secret: 'asp', aspThere: false },
  ],
};

/** Reading the token of a master session renews it, whatever later gates say (wildduck 3). */
const renewed = deed('renewSession', { SESSION: 'ACTIVE', masterScope: true });

/** Why a session's command is refused; the first rule that holds decides (wildduck 3). */
export const sessionRules = gates({
  authenticate: [
    refuse('InputValidationError', { secret: 'both' }, 'I'),
    refuse('RateLimitedError', { limited: true }),
    failed('AuthFailed', { userThere: false }),
    refuse('AuthFailed', { userBlocked: true }),
    refuse('InvalidAuthScope', { scopeDisabled: true }),
    failed('InvalidAuthScope', notByProtocol),
    failed('AuthFailed', wrongPassword),
    failed('AuthFailed', wrongAsp),
    failed('InvalidAuthScope', { secret: 'asp', aspCoversScope: false }),
  ],
  call: [
    renewed,
    refuse('InvalidToken', {
      any: [{ SESSION: { not: 'ACTIVE' } }, { masterScope: false }, { sessionUserThere: false }],
    }),
    refuse('MissingPrivileges', { any: [{ callsForAnother: true }, { $admin: 'yes' }] }),
  ],
  end: [
    renewed,
    refuse('InvalidToken', { any: [{ SESSION: { not: 'ACTIVE' } }, { masterScope: true, sessionUserThere: false }] }),
  ],
});
