import { beforeEach, expect, it } from 'vitest';
import { handler, type RunningClock } from '../../src/server/index.ts';
import { type Client, clientOf } from './asking.ts';

/** A clock that a test moves. */
class HandClock implements RunningClock {
  private seconds = 0;
  private waiting: { readonly at: number; readonly call: () => void }[] = [];

  now(): number {
    return this.seconds;
  }

  after(seconds: number, call: () => void): () => void {
    const timer = { at: this.seconds + seconds, call };
    this.waiting.push(timer);
    return () => {
      this.waiting = this.waiting.filter((each) => each !== timer);
    };
  }

  /** Advances the clock, and calls back what is due. */
  pass(seconds: number): void {
    this.seconds += seconds;
    for (const timer of this.waiting.filter(({ at }) => at <= this.seconds)) {
      this.waiting = this.waiting.filter((each) => each !== timer);
      timer.call();
    }
  }

  get timers(): number {
    return this.waiting.length;
  }
}

let clock: HandClock;
let ask: Client;

beforeEach(async () => {
  clock = new HandClock();
  ask = clientOf(handler('egnyte', { after: 'given ready', clock }));
  await ask('POST /v1/agent/1/retire');
});

const retired = async () => (await ask('GET /v1/agent/1')).body.phases.AGENT_RETIRE;

it('a timer fires once its time has passed', async () => {
  const before = await retired();
  clock.pass(299);
  expect(await retired()).toBe(before);
  clock.pass(1);
  expect(await retired()).not.toBe(before);
});

it('a timer fires without a request', async () => {
  clock.pass(300);
  const { body } = await ask('GET /_lifecycle/scenario');
  expect(body).toMatch(/agent retire\nwait 5m\n$/);
});

it('a timer that is woken a little early is scheduled again', () => {
  clock.pass(299.999);
  expect(clock.timers).toBe(1);
});

it('a world that has ended has no timers', async () => {
  expect(clock.timers).toBe(1);
  await ask('DELETE /_lifecycle');
  expect(clock.timers).toBe(0);
});

it('seconds are counted from the start of the world', async () => {
  clock.pass(10.5);
  expect((await ask('POST /v1/job/1/scan.stopped')).body.at).toBe(10);
  clock.pass(0.5);
  expect((await ask('POST /v1/job/1/scan.stopped')).body.at).toBe(11);
});
