import type { Condition, Mark, Refusal } from '../../src/define/index.ts';
import { counted, deed, gates, refuse } from './gates.ts';
import { present } from './user.chart.ts';

const notThere: Condition = { all: [{ USER: { not: present } }], called: 'the user does not exist' };
const notFound = (mark: Mark = 'F') => refuse('UserNotFound', notThere, mark);
const insecure = refuse('InsecurePasswordError', { $password: 'breached' });
const totpOn = refuse('TotpEnabled', { TOTP: 'ENABLED' });
const noKey: Condition = { WEBAUTHN: { not: 'ON' } };

/** The server looks up a challenge that is not open, and crashes on the empty record. */
const notOpen = (fact: string) => refuse('InputValidationError', { [fact]: false }, 'I');

/** Presenting an open challenge uses it up, whatever follows (wildduck 2). */
const usesUp = (gate: Omit<Refusal, 'gate'>) => ({ ...gate, effect: 'useAuthenticationChallenge' });

/** Why a user's command is refused; the first rule that holds decides (wildduck 2). */
export const userRules = gates(
  {
    create: [
      insecure,
      refuse('UserExistsError', { plainNameTaken: true }),
      refuse('AddressExistsError', { addressTaken: true }),
      refuse('UserExistsError', { nameTaken: true }),
      refuse('AddressExistsError', { addressIdTaken: true }, 'I'),
    ],
    get: [notFound()],
    update: [insecure, notFound()],
    'password.reset': [refuse('UserUpdateFail', notThere)],
    logout: [notFound()],
    /** The server accepts it for any user, repeatedly. */
    delete: [],
    restore: [
      refuse('DeleteInProgress', { deletion: 'running' }),
      deed('dropTask'),
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
      refuse('RateLimitedError', { $token: 'used', lastCode: 'checked' }),
      notFound(),
      refuse('TotpDisabled', { TOTP: { not: 'ENABLED' } }),
      counted('InvalidToken', 'countWrongCode', {
        any: [{ $token: 'wrong' }, { $token: 'used', lastCode: { not: 'enabled' } }],
      }),
    ],
    'totp.disable': [notFound(), refuse('TotpDisabled', { TOTP: { not: 'ENABLED' } })],
    'custom.enable': [notFound(), refuse('CustomEnabled', { CUSTOM_2FA: 'ON' })],
    'custom.disable': [notFound(), refuse('CustomDisabled', { CUSTOM_2FA: { not: 'ON' } })],
    'webauthn.challenge': [notFound(), refuse('WebAuthnDisabled', { $for: 'authentication', ...noKey })],
    'webauthn.register': [notOpen('registrationChallenge'), deed('useRegistrationChallenge'), notFound()],
    'webauthn.authenticate': [
      ...[notFound(), refuse('WebAuthnDisabled', noKey), refuse('CredentialsNotFound', { credentialKnown: false })].map(
        usesUp,
      ),
      notOpen('authenticationChallenge'),
      deed('useAuthenticationChallenge'),
    ],
    /** The server crashes if the user does not exist. */
    'webauthn.remove': [notFound('I')],
    disable2fa: [],
  },
  // The address defaults to the id.
  { create: { any: [{ idFits: false }, { $address: null, idIsAddress: false }] } },
);
