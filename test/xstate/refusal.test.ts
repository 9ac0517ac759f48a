import { describe, expect, it, test } from 'vitest';
import { createActor, createMachine, initialTransition } from 'xstate';
import { jobMachine, refusal, refusals } from '../../machines/egnyte/index.ts';
import { userMachine } from '../../machines/wildduck/index.ts';

function ready() {
  const job = createActor(jobMachine, { input: { facts: { agent: 'ACTIVE' } } }).start();
  for (const type of ['create', 'create.started', 'create.succeeded', 'scan.started', 'scan.succeeded'] as const) {
    job.send({ type });
  }
  return job;
}

describe('refusal', () => {
  it('is undefined if the command is accepted', () => {
    expect(refusal(ready().getSnapshot(), { type: 'scan.start' })).toBeUndefined();
  });

  it('names the code, the reason and the mark of the gate that refuses', () => {
    const job = ready();
    job.send({ type: 'scan.start' });
    expect(refusal(job.getSnapshot(), { type: 'copy.start' })).toEqual({
      code: 650,
      name: 'SCAN_INPROGRESS_ERR',
      reason: 'the scan is queued or running',
      mark: 'S',
    });
  });

  it('has no code for a report that would be ignored, but a reason', () => {
    expect(refusal(ready().getSnapshot(), { type: 'scan.failed', code: 1070 } as never)).toEqual({
      code: null,
      name: null,
      reason: 'SCAN is SUCCEEDED; scan.failed is applied while SCAN is QUEUED, RUNNING or STOPPING',
      mark: null,
    });
  });

  it('reads numbers as scenarios do: leading zeros do not count', () => {
    const zeros = '0'.repeat(15);
    const job = ready();
    job.send({ type: 'scan.start' });
    expect(job.getSnapshot().can({ type: 'scan.failed', code: `${zeros}3010` } as never)).toBe(true);
    const plan = (times: string) =>
      refusal(job.getSnapshot(), { type: 'schedule.create', start: '+1h', frequency: 'daily', times } as never)?.code;
    expect([plan(`${zeros}5`), plan(`${zeros}21`)]).toEqual([undefined, 513]);
  });

  it('says if a code is not a valid reason', () => {
    const job = ready();
    job.send({ type: 'scan.start' });
    expect(refusal(job.getSnapshot(), { type: 'scan.failed', code: 3999 } as never)?.reason).toBe(
      '3999 is no reason for which a scan fails',
    );
    expect(refusal(job.getSnapshot(), { type: 'scan.failed', code: 1070 } as never)).toBeUndefined();
  });

  it('gives the code of an unknown event, and what was probably meant', () => {
    expect(refusal(ready().getSnapshot(), { type: 'scan.star' })).toMatchObject({
      code: 620,
      name: 'ERR_INVALID_OPCODE',
      reason: 'no event of a job is called scan.star; did you mean scan.start?',
    });
  });

  it('names a key that the system does not know', () => {
    const [job] = initialTransition(jobMachine);
    expect(refusal(job, { type: 'create', dest: '/Shared' } as never)).toMatchObject({
      code: 724,
      reason: 'unknown key dest; did you mean destination?',
    });
  });

  it('knows a machine whose implementations were provided', () => {
    const [job] = initialTransition(jobMachine.provide({ actions: {} }));
    expect(refusal(job, { type: 'copy.start' })?.code).toBe(jobCode());
  });

  it('throws a TypeError for a snapshot of another machine', () => {
    const [other] = initialTransition(createMachine({}));
    expect(() => refusal(other as never, { type: 'copy.start' })).toThrow(TypeError);
    expect(() => refusal({} as never, { type: 'copy.start' })).toThrow(TypeError);
  });
});

const jobCode = () => refusal(initialTransition(jobMachine)[0], { type: 'copy.start' })?.code;

describe('facts', () => {
  const [start] = initialTransition(jobMachine);

  it('that are unknown are a TypeError', () => {
    expect(() =>
      jobMachine.transition(start, { type: 'facts', facts: { linkUnstabel: true } } as never, {} as never),
    ).toThrow(new TypeError('job: there is no fact linkUnstabel; did you mean linkUnstable?'));
  });

  it('with an unknown value are a TypeError', () => {
    const actor = createActor(jobMachine, { input: { facts: { linkUnstable: 'yes' } as never } });
    expect((actor.getSnapshot() as { error?: unknown }).error).toEqual(
      new TypeError('job: linkUnstable is false or true, not yes'),
    );
  });
});

test('an inspector receives refusals besides the events of XState', () => {
  const seen: unknown[] = [];
  const types = new Set<string>();
  const inspect = refusals((event) => {
    types.add(event.type);
    if (event.type === '@lifecycle.refusal') seen.push([event.event.type, event.refusal.code]);
  });
  const job = createActor(jobMachine, { inspect }).start();
  job.send({ type: 'copy.start' });
  job.send({ type: 'create' });
  job.send({ type: 'create' });
  job.send({ type: 'scan.started' });
  expect(seen).toEqual([
    ['copy.start', jobCode()],
    ['create', 661],
    ['scan.started', null],
  ]);
  expect(types).toContain('@xstate.snapshot');
});

test('a machine of another system answers from its own table', () => {
  const [user] = initialTransition(userMachine);
  expect(refusal(user, { type: 'nonsense' })?.code).toBeTruthy();
});
