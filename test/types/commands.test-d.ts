import { expectTypeOf, test } from 'vitest';
import type { jobMachine } from '../../machines/egnyte/index.ts';
import type { CommandOf, StepOf, StepResult, Systems } from '../../src/index.ts';
import { judge, simulate, worldAfter } from '../../src/index.ts';

type Step = StepOf<Systems['egnyte']>;
type Command = CommandOf<Systems['egnyte']>;

test('correct steps compile', () => {
  const steps: Step[] = [
    { given: 'ready' },
    { to: 'job', type: 'scan.start' },
    { to: 'job:2', type: 'create', agent: '1', destination: '/Shared/Finance', transport: 'async' },
    { to: 'job:2', type: 'scan.succeeded', files: 8_000_001, bytes: '1' },
    { to: 'job', type: 'copy.start', expect: '650' },
    { to: 'domain', type: 'fault', code: 801 },
    { wait: '5m', expect: ['applied', 'job.SCAN:RUNNING'] },
    { wait: 300 },
  ];
  expectTypeOf(simulate(steps)).toEqualTypeOf<Generator<StepResult>>();
});

test('a misspelt command does not compile', () => {
  // @ts-expect-error scan.strat is no event of a job
  const step: Step = { to: 'job', type: 'scan.strat' };
  expectTypeOf(step).not.toBeNever();
});

test('a command of another entity does not compile', () => {
  // @ts-expect-error an agent does not scan
  const step: Step = { to: 'agent', type: 'scan.start' };
  expectTypeOf(step).not.toBeNever();
});

test('a misspelt entity does not compile', () => {
  // @ts-expect-error there is no kind jobs
  const step: Step = { to: 'jobs:1', type: 'scan.start' };
  expectTypeOf(step).not.toBeNever();
});

test('a misspelt parameter does not compile', () => {
  // @ts-expect-error the parameter is called destination
  const step: Step = { to: 'job', type: 'create', destnation: '/Shared' };
  expectTypeOf(step).not.toBeNever();
});

test('a value that a parameter does not allow does not compile', () => {
  // @ts-expect-error skipScan is yes or no
  const step: Step = { to: 'job', type: 'migrateData.start', skipScan: 'maybe' };
  expectTypeOf(step).not.toBeNever();
});

test('a wrong value that the system answers with a code compiles, so that a scenario can ask for the code', () => {
  const step: Step = { to: 'agent', type: 'register', version: 'three' };
  expectTypeOf(step).not.toBeNever();
});

test('a required parameter cannot be left out', () => {
  // @ts-expect-error which fault?
  const step: Step = { to: 'domain', type: 'fault' };
  expectTypeOf(step).not.toBeNever();
});

test('a report is not a command', () => {
  // @ts-expect-error only commands are judged
  const command: Command = { to: 'job', type: 'scan.started' };
  expectTypeOf(command).not.toBeNever();
  const world = worldAfter([{ given: 'ready' }]);
  expectTypeOf(judge('egnyte', world, { to: 'job', type: 'scan.start' }).accepted).toBeBoolean();
});

test('the machine takes the events of its entity, and no others', () => {
  type Event = Parameters<typeof jobMachine.transition>[1];
  expectTypeOf<{ type: 'scan.start' }>().toExtend<Event>();
  expectTypeOf<{ type: 'scan.strat' }>().not.toExtend<Event>();
});
