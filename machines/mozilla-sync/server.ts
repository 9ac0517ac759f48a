import type { Lifecycle, Region } from '../../src/define/index.ts';
import { faultNames } from './faults.ts';

/** `set` goes to the one server, whatever id it is addressed to; there it arrives as `settings`. */
const settings: Region = {
  initial: 'kept',
  on: {
    set: { actions: ['tellSettings'] },
    settings: { guard: { all: [{ $quota: { not: null } }], called: 'a quota is named' }, actions: ['keepQuota'] },
  },
  states: { kept: {} },
};

const onOrOff = (key: string, initial: 'on' | 'off'): Region => ({
  initial,
  on: { settings: ['on', 'off'].map((target) => ({ target, guard: { [`$${key}`]: target } })) },
  states: { on: {}, off: {} },
});

/** One fault at a time: a new one replaces one that has not struck yet (mozilla-sync 6). */
const fault: Region = {
  initial: 'none',
  on: {
    'fault.armed': faultNames.map((target) => ({ target, guard: { $code: target } })),
    'fault.met': 'none',
  },
  states: { none: {}, ...Object.fromEntries(faultNames.map((name) => [name, {}])) },
};

/** Settings for all accounts and nodes. It has no phases, and takes only reports (mozilla-sync 6). */
export const server = {
  kind: 'server',
  chart: {
    id: 'mozilla-sync-server',
    states: {
      settings,
      captcha: onOrOff('captcha', 'off'),
      strictUsernames: onOrOff('strictUsernames', 'on'),
      fault,
    },
  },
  phases: {},
  commands: {},
  reports: {
    set: {
      says: 'sets the given limits and keeps the others',
      atLeastOne: true,
      params: {
        captcha: { is: { one: ['on', 'off'] } },
        strictUsernames: { is: { one: ['on', 'off'] } },
        quota: {
          is: {
            matching: '^(?:none|(?=\\d{1,15}$)0*[1-9]\\d*)$',
            called: 'none or a whole number of up to 15 digits, at least 1',
          },
        },
      },
      plain: { captcha: 'on' },
    },
  },
  internal: {
    settings: { says: 'a server of any id was given settings', causedBy: ['server set quota=1'] },
    'fault.armed': { says: 'a fault was armed at a node', causedBy: ['node fault code=POOL_EXHAUSTED'] },
    'fault.met': { says: 'a request met the fault', causedBy: ['storage info'] },
  },
  rules: {},
  facts: {},
  is: {},
  words: {
    captcha: { on: 'a captcha is asked for', off: 'no captcha is asked for' },
    strictUsernames: { on: 'names must be those of the addresses', off: 'names may be others' },
  },
} as const satisfies Lifecycle;
