import { expectTypeOf, test } from 'vitest';
import { createActor } from 'xstate';
import { accountMachine } from '../../machines/dovecot/index.ts';
import { jobMachine, refusal, refusals } from '../../machines/egnyte/index.ts';
import { userMachine } from '../../machines/wildduck/index.ts';
import type { Refused } from '../../src/index.ts';

const job = createActor(jobMachine);

test('state values are literal', () => {
  const snapshot = job.getSnapshot();
  expectTypeOf(snapshot.matches({ SCAN: 'RUNNING' })).toBeBoolean();
  expectTypeOf(snapshot.matches({ SCAN: 'null' })).toBeBoolean();
  // @ts-expect-error no status of a scan is called RUNING
  snapshot.matches({ SCAN: 'RUNING' });
  // @ts-expect-error no phase of a job is called SCANN
  snapshot.matches({ SCANN: 'RUNNING' });
  expectTypeOf(snapshot.value.SCAN).toExtend<string>();
  expectTypeOf<'RUNNING'>().toExtend<typeof snapshot.value.SCAN>();
  expectTypeOf<'RUNING'>().not.toExtend<typeof snapshot.value.SCAN>();
});

test('so are those of other systems', () => {
  createActor(accountMachine).getSnapshot().matches({ MIGRATION: 'FAILED' });
  // @ts-expect-error no status of a migration is called FAILD
  createActor(accountMachine).getSnapshot().matches({ MIGRATION: 'FAILD' });
  // @ts-expect-error no status of a user is called ACTIV
  createActor(userMachine).getSnapshot().matches({ USER: 'ACTIV' });
});

test('facts of the entity alone, each with its values', () => {
  createActor(jobMachine, { input: { facts: { linkUnstable: true } } });
  // @ts-expect-error no fact of a job is called linkUnstabel
  createActor(jobMachine, { input: { facts: { linkUnstabel: true } } });
  // @ts-expect-error the value is a boolean
  createActor(jobMachine, { input: { facts: { linkUnstable: 'yes' } } });
  job.send({ type: 'facts', facts: { linkUnstable: false } });
  // @ts-expect-error no fact of a job is called linkUnstabel
  job.send({ type: 'facts', facts: { linkUnstabel: false } });
  // @ts-expect-error the value is a boolean
  job.send({ type: 'facts', facts: { linkUnstable: 1 } });
});

test('a refusal is undefined, or says why', () => {
  expectTypeOf(refusal(job.getSnapshot(), { type: 'copy.start' })).toEqualTypeOf<Refused | undefined>();
});

test('refusals is an inspector', () => {
  createActor(jobMachine, {
    inspect: refusals((seen) => {
      if (seen.type === '@lifecycle.refusal') expectTypeOf(seen.refusal).toEqualTypeOf<Refused>();
    }),
  });
});
