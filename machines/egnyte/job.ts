import type { Condition, Lifecycle } from '../../src/define/index.ts';
import { jobChart, propertyRegions } from './job.chart.ts';
import { jobFacts } from './job.facts.ts';
import { jobProjections } from './job.projections.ts';
import { jobRules } from './job.rules.ts';
import { jobCreate, jobProperties, migrateDataStart, reasonFor, scheduleCreate } from './params.ts';
import { jobPhases } from './phases.ts';
import { scheduleRegions } from './schedule.chart.ts';
import { anyActive, failed, isActive, workCommands, workReports, works } from './work.ts';

const commands = {
  create: {
    says: 'creates the job at an agent',
    anyParams: true,
    params: jobCreate,
  },
  'config.update': {
    says: "changes the job's properties",
    anyParams: true,
    params: jobProperties,
    plain: { emptyFolders: 'on' },
  },
  delete: { says: 'deletes the job' },
  ...workCommands({
    'sync.confirm': { says: 'lets a True-Up that awaits review go on' },
    'migrateData.start': { params: migrateDataStart },
    'migrateData.stop': { says: 'stops Migrate Data and the step that it is at' },
  }),
  'schedule.create': {
    says: 'plans a first start and its repetitions',
    params: scheduleCreate,
    plain: { start: '+1h', frequency: 'once' },
  },
  'schedule.stop': { says: 'ends the plan, and stops what it has started' },
} as const satisfies Lifecycle['commands'];

const reports = {
  'create.started': { says: 'the agent began to create the job' },
  'create.succeeded': { says: 'the job exists; its pre-check scan follows' },
  'create.failed': failed('creation'),
  'create.stopped': { says: 'creation was given up, whatever the agent says' },
  'delete.started': { says: 'the agent began to delete the job' },
  'delete.succeeded': { says: 'the job is gone' },
  'delete.failed': failed('deletion'),
  'delete.stopped': { says: 'deletion was given up, whatever the agent says' },
  ...workReports({
    'scan.succeeded': {
      says: 'the scan is complete, with what it counted',
      params: { files: { is: { whole: {} } }, bytes: { is: { whole: {} } } },
    },
    'scan.skipped': { says: 'there was no need to scan' },
    'sanitize.skipped': { says: 'there was no need to sanitize' },
    'copy.suspended': { says: 'the transport is suspended' },
    'copy.resumed': { says: 'the transport resumes' },
    'sync.suspended': { says: 'True-Up is suspended' },
    'sync.resumed': { says: 'True-Up resumes' },
    'sync.reviewRequired': {
      says: 'True-Up waits for review',
      params: { code: reasonFor('True-Up awaits review') },
    },
    'migrateData.started': { says: 'Migrate Data runs; its first step follows' },
    'migrateData.succeeded': { says: 'always ignored: Migrate Data ends through its steps' },
    'migrateData.failed': { says: 'Migrate Data failed before its first step, for the reason given' },
    'migrateData.stopped': { says: 'always ignored: Migrate Data ends through its steps' },
  }),
} as const satisfies Lifecycle['reports'];

const inTransit = ['QUEUED', 'RUNNING', 'PAUSED'];
const underWay: Condition = { any: [{ CREATE_MIGRATION: inTransit }, { FINALIZE_MIGRATION: inTransit }] };
const exists: Condition = { CREATE_MIGRATION: 'SUCCEEDED', FINALIZE_MIGRATION: { not: 'SUCCEEDED' } };

export const job = {
  kind: 'job',
  chart: jobChart,
  phases: jobPhases,
  commands,
  reports,
  internal: {
    'schedule.begun': {
      says: 'the command that the schedule gave was accepted',
      causedBy: ['wait 1h'],
      sentBy: 'startScheduledRun',
    },
    'schedule.refused': {
      says: 'the command that the schedule gave was rejected',
      causedBy: ['wait 1h', 'agent disconnect'],
    },
  },
  rules: jobRules,
  facts: jobFacts,
  projections: jobProjections,
  /** A new job has counted nothing yet. */
  unreachable: [
    { CREATE_MIGRATION: { not: 'SUCCEEDED' }, filesOverLimit: true },
    { CREATE_MIGRATION: { not: 'SUCCEEDED' }, bytesOverLimit: true },
  ],
  /** With its agent, with the default configuration, and without a schedule. */
  space: {
    with: { agent: ['register', 'disconnect', 'upgrade'] },
    fixed: [...Object.keys(propertyRegions), ...Object.keys(scheduleRegions)],
  },
  is: {
    exists,
    'being created': { CREATE_MIGRATION: inTransit },
    active: anyActive,
    occupied: { any: [underWay, anyActive] },
    ...Object.fromEntries(works.map((work) => [`${work.word} active`, isActive(work)])),
  },
  words: {
    ...Object.fromEntries(works.map(({ phase, label }) => [phase, label])),
    CREATE_MIGRATION: "the job's creation",
    FINALIZE_MIGRATION: "the job's deletion",
    SCHEDULE_JOB: 'the schedule',
    DATA_UPLOAD: 'the upload',
    ASYNC_COPY: 'the asynchronous copy',
    skipScan: { yes: 'its scan is to be skipped', no: 'its scan is not to be skipped' },
    scanned: { yes: 'a scan of the job has succeeded', no: 'no scan of the job has succeeded' },
    review: { no: 'True-Up does not await review', awaiting: 'True-Up awaits review' },
    follows: {
      sync: 'the schedule follows True-Up',
      migrateData: 'the schedule follows Migrate Data',
      none: 'the schedule follows nothing',
    },
  },
} as const satisfies Lifecycle;
