import type { Condition, Lifecycle } from '../../src/define/index.ts';
import { jobChart, propertyRegions } from './job.chart.ts';
import { jobFacts } from './job.facts.ts';
import { jobProjections } from './job.projections.ts';
import { jobRules } from './job.rules.ts';
import { jobCreate, jobProperties, migrateDataStart, reasonFor, scheduleCreate } from './params.ts';
import { jobPhases } from './phases.ts';
import { scheduleRegions } from './schedule.chart.ts';
import { anyActive, isActive, workCommands, works } from './work.ts';

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

const failed = (label: string) =>
  ({
    says: `${label} failed, for the reason given`,
    params: { code: reasonFor(`${label.replace(/^the /, 'a ').replace(/,.*/, '')} fails`) },
  }) as const;

const reports = {
  'create.started': { says: 'the agent began to create the job' },
  'create.succeeded': { says: 'the job exists; its pre-check scan follows' },
  'create.failed': failed('creation'),
  'create.stopped': { says: 'creation was given up, whatever the agent says' },
  'delete.started': { says: 'the agent began to delete the job' },
  'delete.succeeded': { says: 'the job is gone' },
  'delete.failed': failed('deletion'),
  'delete.stopped': { says: 'deletion was given up, whatever the agent says' },
  'scan.started': { says: 'the scan runs' },
  'scan.succeeded': {
    says: 'the scan is complete, with what it counted',
    params: { files: { is: { whole: {} } }, bytes: { is: { whole: {} } } },
  },
  'scan.failed': failed('the scan'),
  'scan.stopped': { says: 'the scan has stopped' },
  'scan.skipped': { says: 'there was no need to scan' },
  'sanitize.started': { says: 'sanitizing runs' },
  'sanitize.succeeded': { says: 'sanitizing is complete' },
  'sanitize.failed': failed('sanitizing'),
  'sanitize.stopped': { says: 'sanitizing has stopped' },
  'sanitize.skipped': { says: 'there was no need to sanitize' },
  'copy.started': { says: 'the copy runs' },
  'copy.succeeded': { says: 'the copy is complete' },
  'copy.failed': failed('the copy'),
  'copy.stopped': { says: 'the copy has stopped' },
  'copy.suspended': { says: 'the transport is suspended' },
  'copy.resumed': { says: 'the transport goes on' },
  'sync.started': { says: 'True-Up runs' },
  'sync.succeeded': { says: 'True-Up is complete' },
  'sync.failed': failed('True-Up'),
  'sync.stopped': { says: 'True-Up has stopped' },
  'sync.suspended': { says: 'True-Up is suspended' },
  'sync.resumed': { says: 'True-Up goes on' },
  'sync.reviewRequired': {
    says: 'True-Up waits until somebody has looked',
    params: { code: reasonFor('True-Up awaits review') },
  },
  'permissions.started': { says: 'permissions are being migrated' },
  'permissions.succeeded': { says: 'permissions are migrated' },
  'permissions.failed': failed('Migrate Permissions'),
  'permissions.stopped': { says: 'Migrate Permissions has stopped' },
  'simulatePermissions.started': { says: 'permissions are being tried out' },
  'simulatePermissions.succeeded': { says: 'permissions were tried out' },
  'simulatePermissions.failed': failed('Simulate Permissions'),
  'simulatePermissions.stopped': { says: 'Simulate Permissions has stopped' },
  'migrateData.started': { says: 'Migrate Data runs; its first step follows' },
  'migrateData.succeeded': { says: 'always ignored: Migrate Data ends through its steps' },
  'migrateData.failed': failed('Migrate Data, before its first step,'),
  'migrateData.stopped': { says: 'always ignored: Migrate Data ends through its steps' },
  'emptyFolders.started': { says: 'the empty folders are being created' },
  'emptyFolders.succeeded': { says: 'the empty folders are there' },
  'emptyFolders.failed': failed('Create Empty Folders'),
  'emptyFolders.stopped': { says: 'Create Empty Folders has stopped' },
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
    'schedule.begun': { says: 'the command that the schedule gave was accepted', causedBy: ['wait 1h'] },
    'schedule.refused': {
      says: 'the command that the schedule gave was rejected',
      causedBy: ['wait 1h', 'agent disconnect'],
    },
  },
  rules: jobRules,
  facts: jobFacts,
  projections: jobProjections,
  /** With its agent, as it was configured by default, and without a schedule. */
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
