import { describe, expect, test } from 'vitest';
import { createActor, SimulatedClock, waitFor } from 'xstate';
import { agentMachine, jobMachine, projectMachine, scheduleMachine } from '../../machines/egnyte/index.ts';

const created = [
  { type: 'create' },
  { type: 'create.started' },
  { type: 'create.succeeded' },
  { type: 'scan.started' },
  { type: 'scan.succeeded' },
] as const;

function job(facts: Record<string, boolean | string> = {}) {
  const actor = createActor(jobMachine, { input: { facts } }).start();
  for (const event of created) actor.send(event);
  return actor;
}

describe('jobMachine', () => {
  test('phases are parallel regions, with the vendor code of each status in meta', () => {
    const { states } = jobMachine;
    expect(Object.keys(states).filter((name) => /^[A-Z]/.test(name))).toHaveLength(13);
    expect(states.SCAN?.states.PAUSED?.meta).toEqual({ status: 'PAUSED', code: 935 });
  });

  test('a refused command cannot be sent, an accepted one can', () => {
    const actor = job();
    expect(actor.getSnapshot().can({ type: 'scan.start' })).toBe(true);
    actor.send({ type: 'scan.start' });
    expect(actor.getSnapshot().can({ type: 'copy.start' })).toBe(false);
    actor.send({ type: 'copy.start' });
    expect(actor.getSnapshot().value).toMatchObject({ SCAN: 'QUEUED', MIGRATE_DATA: 'null' });
  });

  test('a command that changes no phase can be sent if it is accepted', () => {
    const snapshot = job().getSnapshot();
    expect(snapshot.can({ type: 'config.update', excludeGlob: '*.tmp' })).toBe(true);
    expect(snapshot.can({ type: 'config.update', excludeGlob: '[' })).toBe(false);
    expect(snapshot.can({ type: 'config.update' })).toBe(false);
  });

  test('facts are taken from the input, and from the event that changes them', () => {
    const actor = job({ linkUnstable: true });
    expect(actor.getSnapshot().can({ type: 'scan.start' })).toBe(false);
    actor.send({ type: 'facts', facts: { linkUnstable: false } });
    expect(actor.getSnapshot().can({ type: 'scan.start' })).toBe(true);
  });

  test('the steps of Migrate Data follow one another', () => {
    const actor = job();
    actor.send({ type: 'migrateData.start', skipScan: 'yes' });
    actor.send({ type: 'migrateData.started' });
    expect(actor.getSnapshot().value).toMatchObject({
      META_MIGRATE_DATA: 'RUNNING',
      SCAN: 'SKIPPED',
      SANITIZE: 'SKIPPED',
      MIGRATE_DATA: 'QUEUED',
      DATA_UPLOAD: 'QUEUED',
    });
  });

  test('an agent that disconnects pauses what runs', () => {
    const actor = job();
    actor.send({ type: 'scan.start' });
    actor.send({ type: 'scan.started' });
    actor.send({ type: 'left AGENT.ACTIVE' });
    expect(actor.getSnapshot().value).toMatchObject({ SCAN: 'PAUSED' });
  });
});

describe('agentMachine', () => {
  test('a source scan without a report fails after five minutes', () => {
    const clock = new SimulatedClock();
    const actor = createActor(agentMachine, { clock }).start();
    actor.send({ type: 'register', version: '3.20.0' });
    actor.send({ type: 'scanSource.start' });
    clock.increment(299_999);
    expect(actor.getSnapshot().value).toMatchObject({ SCAN_SOURCE: 'RUNNING' });
    clock.increment(1);
    expect(actor.getSnapshot().value).toMatchObject({ SCAN_SOURCE: 'FAILED' });
  });

  test('signals for other entities are emitted', async () => {
    const actor = createActor(agentMachine);
    const heard: string[] = [];
    actor.on('*', ({ type }: { type: string }) => heard.push(type));
    actor.start();
    actor.send({ type: 'register', version: '3.20.0' });
    actor.send({ type: 'disconnect' });
    await waitFor(actor, (snapshot) => snapshot.matches({ AGENT: 'INACTIVE' }));
    expect(heard).toEqual(['entered AGENT.ACTIVE', 'left AGENT.ACTIVE']);
  });
});

test('projectMachine refuses to split jobs before a simulated scan', () => {
  const actor = createActor(projectMachine).start();
  actor.send({ type: 'create', name: 'P' });
  expect(actor.getSnapshot().can({ type: 'splitJobs' })).toBe(false);
  actor.send({ type: 'simulateScan.start' });
  actor.send({ type: 'simulateScan.succeeded' });
  expect(actor.getSnapshot().can({ type: 'splitJobs' })).toBe(true);
});

test('scheduleMachine has the job around it as facts', () => {
  const actor = createActor(scheduleMachine, { input: { facts: { CREATE_MIGRATION: 'QUEUED' } } }).start();
  const plan = { type: 'schedule.create', start: '+1h', frequency: 'daily' } as const;
  expect(actor.getSnapshot().can(plan)).toBe(false);
  actor.send({ type: 'facts', facts: { CREATE_MIGRATION: 'SUCCEEDED' } });
  expect(actor.getSnapshot().can(plan)).toBe(true);
  actor.send(plan);
  expect(actor.getSnapshot().value).toMatchObject({ SCHEDULE_JOB: 'CREATED' });
  expect(actor.getSnapshot().can(plan)).toBe(false);
});
