import type { Condition, Mark } from '../../src/define/index.ts';
import { counted, deed, gates, refuse } from './gates.ts';
import { present } from './user.chart.ts';

const notThere: Condition = { all: [{ USER: { not: present } }], called: 'the user is not there' };
const notFound = (mark: Mark = 'F') => refuse('UserNotFound', notThere, mark);
const insecure = refuse('InsecurePasswordError', { $password: 'breached' });
const totpOn = refuse('TotpEnabled', { TOTP: 'ENABLED' });
const noKey: Condition = { WEBAUTHN: { not: 'ON' } };

/** An open challenge is used up by being presented, whatever follows (rulebook 2). */
const challenge = (fact: string, use: string) => [refuse('ChallengeNotFound', { [fact]: false }), deed(use)];

/** Why a user's command is refused, in order: the first that holds is the answer (rulebook 2). */
export const userRules = gates({
  create: [
    insecure,
    refuse('UserExistsError', { nameTaken: true }),
    refuse('AddressExistsError', { addressTaken: true }),
  ],
  get: [notFound()],
  update: [insecure, refuse('NoUpdates', { nothingGiven: true }), notFound()],
  'password.reset': [refuse('UserUpdateFail', notThere)],
  logout: [notFound()],
  /** The server takes it for anybody, again and again. */
  delete: [],
  restore: [
    refuse('DeleteInProgress', { USER: 'DELETE_RUNNING' }),
    refuse('AccountNotFound', { USER: { not: 'DELETE_DELAYED' } }),
    refuse('AccountFound', { nameTaken: true }),
  ],
  'totp.setup': [notFound(), totpOn],
  'totp.enable': [
    notFound(),
    totpOn,
    refuse('TotpDisabled', { TOTP: { not: 'PENDING' } }),
    refuse('InvalidToken', { $token: 'wrong' }),
  ],
  'totp.check': [
    refuse('RateLimitedError', { totpLimited: true }),
    refuse('RateLimitedError', { $token: 'used', checkedLately: true }),
    notFound(),
    refuse('TotpDisabled', { TOTP: { not: 'ENABLED' } }),
    counted('InvalidToken', 'countWrongCode', { $token: ['wrong', 'used'] }),
  ],
  'totp.disable': [notFound(), refuse('TotpDisabled', { TOTP: { not: 'ENABLED' } })],
  'custom.enable': [notFound(), refuse('CustomEnabled', { CUSTOM_2FA: 'ON' })],
  'custom.disable': [notFound(), refuse('CustomDisabled', { CUSTOM_2FA: { not: 'ON' } })],
  'webauthn.challenge': [notFound(), refuse('WebAuthnDisabled', { $for: 'authentication', ...noKey })],
  'webauthn.register': [...challenge('registrationChallenge', 'useRegistrationChallenge'), notFound()],
  'webauthn.authenticate': [
    ...challenge('authenticationChallenge', 'useAuthenticationChallenge'),
    notFound(),
    refuse('WebAuthnDisabled', noKey),
    refuse('CredentialsNotFound', { credentialKnown: false }),
  ],
  /** The server breaks off where nobody is there. */
  'webauthn.remove': [notFound('I')],
  disable2fa: [],
});
