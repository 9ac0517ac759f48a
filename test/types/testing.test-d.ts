import type * as fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { type Answer, gate, gateOf, type StepOf, type Systems, type View } from '../../src/index.ts';
import { gatingMatchers, scenarios } from '../../src/testing/index.ts';

declare const seen: View;

test('expect has the matcher, which must be awaited', () => {
  expect.extend(gatingMatchers);
  expectTypeOf(expect(() => true).toMatchGating('egnyte', 'job')).toEqualTypeOf<Promise<void>>();
  expectTypeOf(expect(() => true).not.toMatchGating('dovecot', 'account')).toEqualTypeOf<Promise<void>>();
});

test('a misspelt system or entity does not compile', () => {
  // @ts-expect-error no system is called egnite
  expect(() => true).toMatchGating('egnite', 'job');
  // @ts-expect-error an account is not of Egnyte
  expect(() => true).toMatchGating('egnyte', 'account');
});

test('scenarios are steps of their system', () => {
  expectTypeOf(scenarios('dovecot')).toEqualTypeOf<fc.Arbitrary<StepOf<Systems['dovecot']>[]>>();
  // @ts-expect-error no system is called egnite
  scenarios('egnite');
});

test('a gate knows its commands', () => {
  const job = gateOf('egnyte', 'job');
  expectTypeOf(job(seen)['scan.start']).toEqualTypeOf<Answer>();
  expectTypeOf(gate('egnyte', seen)).toEqualTypeOf<{ readonly [command: string]: Answer }>();
  // @ts-expect-error scan.strat is no command of a job
  job.ask('scan.strat', seen);
  // @ts-expect-error Egnyte has no accounts
  gateOf('egnyte', 'account');
});
