import { describe, expect, it } from 'vitest';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { viewOf } from '../../../src/engine/view.ts';
import type { View } from '../../../src/model/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';

function view(entity: 'agent' | 'job' | 'project', lines: readonly string[]): View {
  const simulator = new Simulator(egnyte);
  for (const step of readScenario(egnyte, lines.join('\n'))) {
    const { outcome } = simulator.run(step);
    if (outcome === 'rejected' || outcome === 'ignored') throw new Error(`${JSON.stringify(step)} was ${outcome}`);
  }
  return viewOf(simulator.world, simulator.world.peek(entity, '1'));
}

const back = 'agent register version=3.20.0';
const ready = ['given ready'];
const other = [
  'job:2 create destination=/a/',
  ...['create.started', 'create.succeeded'].map((event) => `job:2 ${event}`),
];
const newer = 'domain set latest=4.0.0';
const project = [back, 'project create name=N'];

/** The facts of a view (egnyte 11): how each changes from its initial value. */
describe.each<[entity: 'agent' | 'job' | 'project', opening: readonly string[], facts: object]>([
  [
    'job',
    ready,
    {
      active: null,
      awaitingReview: false,
      agentUpgrade: null,
      linkUnstable: false,
      destinationConflict: false,
      destinationForbidden: false,
      filesOverLimit: false,
      bytesOverLimit: false,
      activeJobsAtLimit: false,
      schedulerEnabled: true,
      sanitizeLocked: false,
    },
  ],
  [
    'agent',
    [back],
    { linkUnstable: false, upToDate: true, scanSourceSupported: true, anyJobExists: false, anyJobOccupied: false },
  ],
  [
    'project',
    project,
    {
      agentUpgrade: null,
      linkUnstable: false,
      deleting: false,
      recommendation: null,
      sanitize: null,
      anyJob: false,
      anyJobActive: false,
    },
  ],
])('the facts of a %s', (entity, opening, facts) => {
  it('are exactly these', () => expect(view(entity, opening).facts).toEqual(facts));
});

describe('the facts of a job', () => {
  it.each<[fact: string, value: string | boolean, lines: readonly string[]]>([
    ['active', 'scan', [...ready, 'job scan.start']],
    ['active', 'migrateData', [...ready, 'job migrateData.start', 'job migrateData.started']],
    ['awaitingReview', true, [...ready, 'job sync.start', 'job sync.started', 'job sync.reviewRequired code=9080']],
    ['agentUpgrade', 'RUNNING', [...ready, newer, 'agent upgrade']],
    ['agentUpgrade', 'SCHEDULED', [...ready, newer, 'job scan.start', 'agent upgrade']],
    ['linkUnstable', true, [...ready, 'agent link.unstable']],
    ['destinationConflict', true, [back, ...other, 'job create destination=/A']],
    ['destinationConflict', false, [back, ...other, 'job create destination=/A confluence=on']],
    ['destinationConflict', false, [back, 'job create destination=/A', ...other]],
    ['destinationForbidden', true, [back, 'job create destination=/A/b', 'domain destination.forbidden path=/a']],
    ['filesOverLimit', true, [...ready, 'job scan.start', 'job scan.started', 'job scan.succeeded files=8000001']],
    [
      'bytesOverLimit',
      true,
      [...ready, 'job scan.start', 'job scan.started', 'job scan.succeeded bytes=5000000000001'],
    ],
    ['activeJobsAtLimit', true, [...ready, ...other, 'domain set maxActiveJobs=1']],
    ['activeJobsAtLimit', false, [...ready, 'job scan.start', 'domain set maxActiveJobs=1']],
    ['schedulerEnabled', false, [`${back} scheduler=off`, 'job create']],
    ['sanitizeLocked', true, [back, 'job create sanitize=always-fly']],
  ])('%s: %s', (fact, value, lines) => expect(view('job', lines).facts[fact]).toBe(value));

  it.each([
    ['ACTIVE', [back, 'job create']],
    ['INACTIVE', [back, 'job create', 'agent disconnect']],
    ['DEACTIVATED', [...ready, 'agent deactivate']],
    [null, []],
  ])('its agent: %s', (status, lines) => expect(view('job', lines).agent).toBe(status));
});

describe('the facts of an agent', () => {
  it.each<[fact: string, value: boolean, lines: readonly string[]]>([
    ['linkUnstable', true, [back, 'agent link.unstable']],
    ['upToDate', false, [back, newer]],
    ['scanSourceSupported', false, ['agent register version=1.9.9']],
    ['scanSourceSupported', true, ['agent register version=2.0.0']],
    ['anyJobExists', true, ready],
    ['anyJobExists', false, [back, 'job create', 'job create.started']],
    ['anyJobOccupied', true, [back, 'job create', 'job create.started']],
    ['anyJobOccupied', true, [...ready, 'job delete', 'agent disconnect']],
    ['anyJobOccupied', false, ready],
  ])('%s: %s', (fact, value, lines) => expect(view('agent', lines).facts[fact]).toBe(value));

  it('have no agent of their own', () => expect(view('agent', [back])).not.toHaveProperty('agent'));
});

describe('the facts of a project', () => {
  const simulated = [...project, 'project simulateScan.start', 'project simulateScan.succeeded'];

  it.each<[fact: string, value: string | boolean, lines: readonly string[]]>([
    ['agentUpgrade', 'RUNNING', [...project, newer, 'agent upgrade']],
    ['agentUpgrade', 'SCHEDULED', [...project, newer, 'job create', 'agent upgrade']],
    ['linkUnstable', true, [...project, 'agent link.unstable']],
    ['deleting', true, [...project, 'project delete']],
    ['deleting', false, [...project, 'project delete', 'project delete.failed']],
    ['recommendation', 'current', simulated],
    ['recommendation', 'outdated', [...simulated, 'domain features.changed']],
    ['recommendation', 'empty', [...project, 'project simulateScan.start', 'project simulateScan.succeeded jobs=0']],
    ['sanitize', 'fly', [...project, 'project config.update sanitize=fly']],
    ['anyJob', true, [...project, 'job create project=1']],
    ['anyJob', false, [...project, 'job create project=1', 'job create.stopped']],
    ['anyJobActive', true, [...project, 'job create project=1', 'job create.started', 'job create.succeeded']],
    ['anyJobActive', false, [...project, 'job create project=1']],
  ])('%s: %s', (fact, value, lines) => expect(view('project', lines).facts[fact]).toBe(value));
});
