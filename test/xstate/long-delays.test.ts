import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Actor, type AnyStateMachine, createActor, SimulatedClock } from 'xstate';
import { downloadMachine } from '../../machines/dropsuite/index.ts';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { machineOf } from '../../src/xstate/machine.ts';
import { sound } from '../toys/toys.ts';

const DAY = 86_400_000;

const finished = (actor: Actor<typeof downloadMachine>): Actor<typeof downloadMachine> => {
  actor.start();
  actor.send({ type: 'start' });
  actor.send({ type: 'started' });
  actor.send({ type: 'succeeded' });
  return actor;
};
const download = (actor: Actor<typeof downloadMachine>) => actor.getSnapshot().value.DOWNLOAD;

describe('delays that are longer than a timer of the platform can wait, on the default clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a download expires after 30 days, and not before', () => {
    const actor = finished(createActor(downloadMachine));
    vi.advanceTimersByTime(30 * DAY - 1);
    expect(download(actor)).toBe('COMPLETED');
    vi.advanceTimersByTime(1);
    expect(download(actor)).toBe('EXPIRED');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('one that is restarted expires 30 days after its new completion', () => {
    const actor = finished(createActor(downloadMachine));
    vi.advanceTimersByTime(29 * DAY);
    finished(actor);
    vi.advanceTimersByTime(30 * DAY - 1);
    expect(download(actor)).toBe('COMPLETED');
    vi.advanceTimersByTime(1);
    expect(download(actor)).toBe('EXPIRED');
  });

  test('one that is left during a part of the wait does not expire', () => {
    const actor = finished(createActor(downloadMachine));
    actor.send({ type: 'start' });
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(100 * DAY);
    expect(download(actor)).toBe('ON_QUEUE');
  });

  test('an actor that is stopped leaves no timer behind', () => {
    const actor = finished(createActor(downloadMachine));
    vi.advanceTimersByTime(25 * DAY);
    actor.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the end of a part changes neither the state nor the persisted snapshot', () => {
    const actor = finished(createActor(downloadMachine));
    const before = JSON.stringify(actor.getPersistedSnapshot());
    vi.advanceTimersByTime(25 * DAY);
    expect(JSON.stringify(actor.getPersistedSnapshot())).toBe(before);
    expect(actor.getSnapshot().can({ type: 'open' })).toBe(true);
  });

  test('a year is waited for in several parts', () => {
    const actor = createActor(yearLamp()).start();
    actor.send({ type: 'switchOn' });
    vi.advanceTimersByTime(365 * DAY - 1);
    expect(actor.getSnapshot().value).toEqual({ LIGHT: 'ON' });
    vi.advanceTimersByTime(1);
    expect(actor.getSnapshot().value).toEqual({ LIGHT: 'OFF' });
  });
});

test('a simulated clock may jump over all parts at once', () => {
  const clock = new SimulatedClock();
  const actor = finished(createActor(downloadMachine, { clock }));
  clock.increment(30 * DAY - 1);
  expect(download(actor)).toBe('COMPLETED');
  clock.increment(1);
  expect(download(actor)).toBe('EXPIRED');
});

test('no machine has a delay in XState that is too long for a timer', () => {
  const delays = (Object.values(systems) as System[]).flatMap((system) =>
    Object.values(system.entities).flatMap((lifecycle) => {
      const { root, implementations } = machineOf(system, lifecycle) as unknown as AnyStateMachine;
      const nodes = Object.values(root.states).flatMap((region) => Object.values(region.states));
      return nodes.flatMap(({ after }) => after.map(({ delay }) => implementations.delays[String(delay)]));
    }),
  );
  expect(delays.length).toBeGreaterThan(10);
  expect(delays.filter((delay) => !(typeof delay === 'number' && delay <= 2 ** 31 - 1))).toEqual([]);
});

/** The toy's lamp, with a year in place of its hour. */
function yearLamp(): AnyStateMachine {
  const { lamp } = sound.entities;
  const { LIGHT } = lamp.chart.states;
  const ON = { ...LIGHT.states.ON, after: { '365d': 'OFF' } };
  const chart = { ...lamp.chart, states: { LIGHT: { ...LIGHT, states: { ...LIGHT.states, ON } } } };
  return machineOf(sound, { ...lamp, chart }) as unknown as AnyStateMachine;
}
