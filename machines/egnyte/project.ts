import type { Lifecycle } from '../../src/define/index.ts';
import { projectCreate, reasonFor } from './params.ts';
import { projectPhases } from './phases.ts';
import { projectChart } from './project.chart.ts';
import { projectFacts } from './project.facts.ts';
import { projectRules } from './project.rules.ts';

export const project = {
  kind: 'project',
  chart: projectChart,
  phases: projectPhases,
  commands: {
    create: {
      says: 'creates the project at an agent',
      params: projectCreate,
      plain: { name: 'N', agent: '1', destination: '/D' },
    },
    'simulateScan.start': { says: 'scans the source to recommend jobs' },
    splitJobs: { says: 'creates the recommended jobs' },
    'validate.start': { says: 'checks the project' },
    'validate.stop': { says: 'stops the check' },
    'config.update': {
      says: "sets the project's sanitize setting",
      anyParams: true,
      params: { sanitize: { is: { one: ['no', 'source', 'fly'] }, anyValue: true } },
      plain: { sanitize: 'fly' },
    },
    delete: { says: 'deletes the project' },
  },
  reports: {
    'simulateScan.succeeded': {
      says: 'the source is scanned; jobs are recommended',
      params: { jobs: { is: { whole: {} }, default: '1' } },
    },
    'simulateScan.failed': {
      says: 'the simulated scan failed, for the reason given',
      params: { code: reasonFor('a simulated scan fails') },
    },
    'validate.succeeded': { says: 'the project is in order' },
    'validate.failed': {
      says: 'the check failed, for the reason given',
      params: { code: reasonFor('the check of a project fails') },
    },
    'validate.stopped': { says: 'the check has stopped' },
    'delete.succeeded': { says: 'the project is gone' },
    'delete.failed': { says: 'the project stays' },
  },
  rules: projectRules,
  facts: projectFacts,
  projections: [
    { ask: { deletion: 'underWay' }, as: { deleting: true } },
    { ask: { newAgentKnown: false }, as: { agent: null } },
  ],
  /** A job is created only in a project that is known and not being deleted; one that has jobs is not deleted. */
  unreachable: [
    {
      all: [
        { any: [{ CREATE_PROJECT: null }, { DELETE_PROJECT: 'SUCCEEDED' }, { deleting: true }] },
        { any: [{ anyJob: true }, { anyJobActive: true }] },
      ],
    },
  ],
  space: {
    with: { agent: ['register', 'disconnect', 'upgrade', 'deactivate', 'delete', 'link.unstable', 'link.stable'] },
  },
  is: {
    known: { CREATE_PROJECT: 'SUCCEEDED', DELETE_PROJECT: { not: 'SUCCEEDED' } },
    deleting: { deletion: 'underWay' },
  },
  words: {
    CREATE_PROJECT: "the project's creation",
    SIMULATE_SCAN: 'the simulated scan',
    VALIDATE_PROJECT: 'the validation',
    DELETE_PROJECT: "the project's deletion",
    deletion: { underWay: 'its deletion is under way', none: 'it is not being deleted' },
    recommendation: {
      null: 'there is no recommendation',
      empty: 'its recommendation is empty',
      current: 'its recommendation is current',
      outdated: 'its recommendation is outdated',
    },
    sanitize: { null: 'its sanitize setting is unset' },
  },
} as const satisfies Lifecycle;
