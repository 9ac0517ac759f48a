import type { Chart, Condition, Handlers, Move, Region, StateNode } from '../../src/define/index.ts';

/** The statuses in which a user exists. */
export const present = ['ACTIVE', 'DISABLED', 'SUSPENDED'] as const;

/** A flag's value after an update: the given one, or the old one. */
const isSet = (flag: string): Condition => ({
  any: [{ [`$${flag}`]: 'yes' }, { [`$${flag}`]: null, [flag]: 'yes' }],
});

const byFlags = (actions: readonly string[]): Move[] => [
  { target: 'SUSPENDED', guard: isSet('suspended'), actions },
  { target: 'DISABLED', guard: isSet('disabled'), actions },
  { target: 'ACTIVE', actions },
];

const there: StateNode = {
  on: {
    update: byFlags(['updateUser']),
    delete: [
      { target: 'DELETE_DELAYED', guard: { deletesLater: true }, actions: ['takeAddresses'] },
      { target: 'DELETE_RUNNING', actions: ['takeAddresses'] },
    ],
  },
};

/** From `delete` on the name is free; the user's other data stays until the purge (wildduck 2). */
const USER: Region = {
  initial: 'null',
  states: {
    null: {},
    ACTIVE: there,
    DISABLED: there,
    SUSPENDED: there,
    DELETE_DELAYED: { on: { 'entered deletion.running': 'DELETE_RUNNING', restore: byFlags(['restoreAddresses']) } },
    DELETE_RUNNING: { on: { 'purge.finished': { target: 'PURGED', actions: ['purge'] } } },
    PURGED: {},
  },
};

/**
 * What `delete` leaves to a background task, even for a user who never existed. `restore` drops a waiting task even if
 * it is refused; the user then stays in DELETE_DELAYED for good.
 */
const deletion: Region = {
  initial: 'none',
  states: {
    none: {
      on: { delete: [{ target: 'waiting', guard: { deletesLater: true }, actions: ['planTask'] }, 'running'] },
    },
    waiting: { on: { restore: 'none', 'task.dropped': 'none' }, after: { purge: 'running' } },
    running: { on: { 'purge.finished': 'none' } },
  },
};

/** Switching everything off at once does nothing to a user who does not exist. */
const switchesOff = (actions: readonly string[] = []): Handlers => ({
  disable2fa: { target: 'OFF', guard: { USER: present }, actions },
  update: { target: 'OFF', guard: { $disable2fa: 'yes' }, actions },
});

/** A first second factor ends the sessions that were opened without one; a first security key, oddly, does not. */
const firstOf = (target: string, others: Condition, actions: readonly string[] = []): Move[] => [
  { target, guard: others, actions: ['endSessions', ...actions] },
  { target, actions },
];

const TOTP: Region = {
  initial: 'null',
  on: { 'totp.setup': 'PENDING' },
  states: {
    null: {},
    PENDING: {
      on: {
        'totp.enable': firstOf('ENABLED', { CUSTOM_2FA: { not: 'ON' }, WEBAUTHN: { not: 'ON' } }, ['keepFirstCode']),
        ...switchesOff(),
      },
      after: { '6h': 'OFF' },
    },
    ENABLED: { on: { 'totp.disable': 'OFF', ...switchesOff() } },
    OFF: {},
  },
};

const CUSTOM_2FA: Region = {
  initial: 'null',
  on: { 'custom.enable': firstOf('ON', { TOTP: { not: 'ENABLED' }, WEBAUTHN: { not: 'ON' } }) },
  states: { null: {}, ON: { on: { 'custom.disable': 'OFF', ...switchesOff() } }, OFF: {} },
};

const WEBAUTHN: Region = {
  initial: 'null',
  on: { 'webauthn.register': { target: 'ON', actions: ['keepCredential'] } },
  states: {
    null: {},
    ON: {
      on: {
        'webauthn.remove': [
          { target: 'OFF', guard: { onlyCredential: true }, actions: ['dropCredential'] },
          { actions: ['dropCredential'] },
        ],
        ...switchesOff(['dropCredentials']),
      },
    },
    OFF: {},
  },
};

const flag = (name: string): Region => ({
  initial: 'no',
  on: {
    update: [
      { target: 'yes', guard: { [`$${name}`]: 'yes' } },
      { target: 'no', guard: { [`$${name}`]: 'no' } },
    ],
  },
  states: { no: {}, yes: {} },
});

/** What accepted commands and applied reports do to a user (wildduck 2). */
export const userChart = {
  id: 'wildduck-user',
  on: {
    create: { target: 'USER.ACTIVE', actions: ['createUser'] },
    'password.reset': { actions: ['setTemporaryPassword'] },
    logout: { actions: ['endProtocolSessions'] },
    'totp.check': { actions: ['keepCode'] },
    'webauthn.challenge': { actions: ['openChallenge'] },
  },
  states: { USER, TOTP, CUSTOM_2FA, WEBAUTHN, deletion, disabled: flag('disabled'), suspended: flag('suspended') },
} as const satisfies Chart;
