import type { Lifecycle, ParamSpec } from '../../src/define/index.ts';
import { codes } from './codes.ts';
import { semver } from './semver.ts';

const whole: ParamSpec = { is: { whole: {} } };
const version: ParamSpec = { is: { matching: semver, called: 'a version by SemVer such as 3.20.0' } };
const path: ParamSpec = { is: { text: true, filled: true }, required: true };
const faults = codes.filter(({ kind }) => kind === 'environment-fault').map(({ code }) => String(code));

/** The domain has no phases and no commands: it holds policy and faults, and takes reports (egnyte 6). */
export const domain = {
  kind: 'domain',
  singleton: '1',
  chart: {
    id: 'egnyte-domain',
    on: {
      set: { actions: ['setPolicy'] },
      'destination.forbidden': { actions: ['forbidDestination'] },
      'destination.allowed': { actions: ['allowDestination'] },
      fault: { actions: ['armFault'] },
    },
    states: {
      features: { initial: 'unchanged', on: { 'features.changed': 'changed' }, states: { unchanged: {}, changed: {} } },
    },
  },
  phases: {},
  commands: {},
  reports: {
    set: {
      says: 'sets the policy',
      params: { maxActiveJobs: whole, maxFiles: whole, maxBytes: whole, minVersion: version, latest: version },
    },
    'destination.forbidden': { says: 'a path and everything below it may not be written', params: { path } },
    'destination.allowed': { says: 'a path and everything below it may be written', params: { path } },
    'features.changed': { says: 'every recommendation so far is outdated' },
    fault: {
      says: 'the next command that passes all its gates is rejected with this fault',
      params: { code: { is: { one: [...new Set(faults)] }, required: true } },
    },
  },
  rules: {},
  facts: {},
  is: {},
  words: {},
} as const satisfies Lifecycle;
