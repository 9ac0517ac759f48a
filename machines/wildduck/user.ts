import type { Lifecycle } from '../../src/define/index.ts';
import { parametersFit } from './facts.ts';
import { bare, command, flag, id, oneOf, plainAddress, protocolList, span, text, whole } from './forms.ts';
import { userPhases } from './phases.ts';
import { present, userChart } from './user.chart.ts';
import { userFacts } from './user.facts.ts';
import { userRules } from './user.rules.ts';

/** The parameters of both `create` and `update`. */
const settings = {
  quota: whole,
  recipients: whole,
  filters: whole,
  imapMaxUpload: whole,
  imapMaxDownload: whole,
  disabledScopes: protocolList,
} as const;

const commands = {
  create: command('creates the user, with a main address and five mailboxes', {
    password: text,
    address: plainAddress,
    ...settings,
  }),
  get: bare('shows the user'),
  update: command('changes the user; disabling leaves the tokens of sessions valid, suspending ends them', {
    password: text,
    disabled: flag,
    suspended: flag,
    disable2fa: flag,
    ...settings,
  }),
  'password.reset': bare('sets a temporary password for a day'),
  logout: bare('ends the IMAP, POP3 and SMTP sessions of the user'),
  delete: command('deletes the user, at once or later', { deleteAfter: span }),
  restore: bare('cancels a scheduled deletion'),
  'totp.setup': bare('creates a secret for one-time codes, to be confirmed within 6 h'),
  'totp.enable': command('confirms the secret with a code', { token: oneOf('ok', 'wrong') }),
  'totp.check': command('checks a one-time code', { token: oneOf('ok', 'used', 'wrong') }),
  'totp.disable': bare('switches one-time codes off'),
  'custom.enable': bare('lets an external system check a second factor'),
  'custom.disable': bare('no longer lets an external system check a second factor'),
  'webauthn.challenge': command('opens a challenge for a security key', {
    for: oneOf('registration', 'authentication'),
    challenge: id,
  }),
  'webauthn.register': command('registers a security key; even the first ends no session', {
    challenge: id,
    credential: id,
  }),
  'webauthn.authenticate': command('checks a security key', { challenge: id, credential: id }),
  'webauthn.remove': command('removes a security key', { credential: id }),
  disable2fa: bare('switches every second factor off'),
} as const satisfies Lifecycle['commands'];

/** A user, whose id is the name (wildduck 2). */
export const user = {
  kind: 'user',
  chart: userChart,
  phases: userPhases,
  commands,
  reports: { 'purge.finished': { says: 'a worker has removed what was left of the user' } },
  internal: {
    'task.dropped': {
      says: 'a restore, even a refused one, cancels the scheduled deletion',
      causedBy: ['user restore'],
    },
  },
  rules: userRules,
  facts: { parametersFit: parametersFit(commands), ...userFacts },
  projections: [{ ask: { deletion: 'running' }, as: { task: 'running' } }],
  unreachable: [
    /** A user who has the plain name has a name that counts as the same. */
    { plainNameTaken: true, nameTaken: false },
    /** With the last key the second factor is off. */
    { credentialKnown: true, WEBAUTHN: { not: 'ON' } },
  ],
  is: {
    there: { USER: present },
    blocked: { USER: ['DISABLED', 'SUSPENDED'] },
    'has 2FA': { any: [{ TOTP: 'ENABLED' }, { CUSTOM_2FA: 'ON' }, { WEBAUTHN: 'ON' }] },
  },
  words: {
    USER: { 'not DELETE_DELAYED': 'the user is not waiting to be purged' },
    deletion: {
      none: 'no deletion was asked for',
      waiting: 'a deletion is scheduled',
      running: 'a deletion is running',
    },
    TOTP: {
      ENABLED: 'one-time codes are enabled',
      'not ENABLED': 'one-time codes are not enabled',
      'not PENDING': 'no secret is waiting for confirmation',
    },
    CUSTOM_2FA: { ON: 'the external second factor is on', 'not ON': 'the external second factor is not on' },
    WEBAUTHN: { ON: 'a security key is registered', 'not ON': 'no security key is registered' },
    disabled: { no: 'the user is not disabled', yes: 'the user is disabled' },
    suspended: { no: 'the user is not suspended', yes: 'the user is suspended' },
    $address: { null: 'no address is given' },
    $password: { breached: 'the password is one that has leaked' },
    $token: { wrong: 'the code is wrong', used: 'the code is the one accepted last' },
    $for: { authentication: 'the challenge is for authentication' },
  },
} as const satisfies Lifecycle;
