import { expect, expectTypeOf, test } from 'vitest';
import {
  defineSystem,
  diagram,
  explain,
  gateOf,
  judge,
  type StepResult,
  simulate,
  stepper,
  worldAfter,
} from '../../src/index.ts';
import { gatingMatchers, scenarios } from '../../src/testing/index.ts';
import { sound } from '../toys/toys.ts';

const own = defineSystem(sound);

test('the commands of a private system are typed from its own data', () => {
  expectTypeOf(simulate([{ to: 'lamp', type: 'switchOn' }], { system: own })).toEqualTypeOf<Generator<StepResult>>();
  // @ts-expect-error swichOn is no command of a lamp
  simulate([{ to: 'lamp', type: 'swichOn' }], { system: own });
  // @ts-expect-error there is no kind lmap
  simulate([{ to: 'lmap', type: 'switchOn' }], { system: own });
  // @ts-expect-error a lamp is none of Egnyte
  simulate([{ to: 'lamp', type: 'switchOn' }]);
});

test('and so is everything else that takes a system', () => {
  const world = worldAfter([{ given: 'ready' }], { system: own });
  judge(own, world, { to: 'lamp', type: 'switchOff' });
  // @ts-expect-error burnt is a report
  judge(own, world, { to: 'lamp', type: 'burnt' });
  expectTypeOf(gateOf(own, 'lamp').ask).parameter(0).toEqualTypeOf<'switchOn' | 'switchOff'>();
  // @ts-expect-error a job is none of the toy's
  gateOf(own, 'job');
  // @ts-expect-error a lamp has no such fact
  stepper(own, 'lamp', { free: ['pluged'] });
  explain(own, 5);
  void diagram(own, 'lamp');
  scenarios(own);
  expect.extend(gatingMatchers);
  void expect(() => true).toMatchGating(own, 'lamp');
  // @ts-expect-error a job is none of the toy's
  void expect(() => true).toMatchGating(own, 'job');
});

test('a part of the wrong kind does not compile', () => {
  // @ts-expect-error codes are a list
  expectTypeOf(() => defineSystem({ ...sound, codes: {} })).toBeFunction();
});
