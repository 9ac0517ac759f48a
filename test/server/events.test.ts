import { expect, test } from 'vitest';
import { type Handler, handler } from '../../src/server/index.ts';
import { clientOf } from './asking.ts';

interface Heard {
  readonly id: number;
  readonly event: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: what an event has is what the tests look at
  readonly data: any;
}

/** Listens as a browser does: `heard` grows as events arrive. */
async function listen(answer: Handler, path = '/v1/events', headers: Record<string, string> = {}) {
  const response = await answer(new Request(`http://localhost${path}`, { headers }));
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let rest = '';
  const next = async (): Promise<Heard | undefined> => {
    for (;;) {
      const end = rest.indexOf('\n\n');
      if (end >= 0) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (block === ':') continue;
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        return { id: Number(field('id')), event: field('event'), data: JSON.parse(field('data') ?? 'null') };
      }
      const { done, value } = await reader.read();
      if (done) return undefined;
      rest += decoder.decode(value, { stream: true });
    }
  };
  const take = async (count: number): Promise<(Heard | undefined)[]> => {
    const heard: (Heard | undefined)[] = [];
    while (heard.length < count) heard.push(await next());
    return heard;
  };
  return { response, next, take, stop: () => reader.cancel() };
}

test('each change of a status is sent, with its step and its time', async () => {
  const answer = handler('egnyte', { after: 'given ready' });
  const listener = await listen(answer);
  await clientOf(answer)('POST /_lifecycle/scenario', 'wait 1m\njob scan.start\n');
  expect(listener.response.headers.get('content-type')).toBe('text/event-stream');
  expect(await listener.next()).toMatchObject({
    event: undefined,
    data: { step: 8, at: 60, entity: 'job:1', phase: 'SCAN', status: 'QUEUED', code: expect.any(Number) },
  });
  await listener.stop();
});

test('a client that reconnects is sent what it missed, once and in order', async () => {
  const answer = handler('dovecot');
  const ask = clientOf(answer);
  await ask('POST /_lifecycle/scenario', 'account enqueue\naccount start\naccount exited code=0\n');
  const all = await (await listen(answer, '/v1/events', { 'last-event-id': '0' })).take(4);
  const ids = all.map((one) => one?.id);
  expect(ids).toEqual([1, 2, 3, 4]);
  const later = await listen(answer, '/v1/events', { 'last-event-id': '2' });
  expect(await later.take(2)).toEqual(all.slice(2));
});

test('a client that missed more than 10,000 events is told of the gap, and sent the last 10,000', async () => {
  const answer = handler('dovecot');
  const ask = clientOf(answer);
  await ask('POST /v1/manager/1/suspend');
  await ask('POST /v1/manager/1/resume');
  for (let round = 0; round < 200; round += 1) {
    await ask('POST /_lifecycle/scenario', 'manager suspend\nmanager resume\n'.repeat(30));
  }
  const [first, second, ...others] = await (await listen(answer, '/v1/events', { 'last-event-id': '1' })).take(10_001);
  expect(first).toMatchObject({ event: 'reset' });
  expect(second?.id).toBe((first?.id ?? 0) + 1);
  expect(others.at(-1)?.id).toBe(12_002);
});

test('listeners get a reset event, and then what happens on the way to the statuses', async () => {
  const answer = handler('dovecot');
  const listener = await listen(answer);
  await clientOf(answer)('POST /_lifecycle/to', { entity: 'account', phases: { MIGRATION: 'RUNNING' } });
  const [reset, ...changes] = await listener.take(5);
  expect(reset?.event).toBe('reset');
  expect(changes.map((one) => one?.data.step)).toEqual([1, 1, 2, 2]);
});

test('events of another world are not sent, and the end of the world ends the stream', async () => {
  const answer = handler('dovecot');
  const ask = clientOf(answer);
  const listener = await listen(answer, '/v1/events?world=a');
  await ask('POST /v1/account/1/enqueue?world=b');
  await ask('POST /v1/account/2/enqueue?world=a');
  // An account that is listed has a status, and its mail goes to the old system.
  expect((await listener.take(2)).map((one) => one?.data.entity)).toEqual(['account:2', 'account:2']);
  await ask('DELETE /_lifecycle?world=a');
  expect(await listener.next()).toBeUndefined();
});

test('500 listeners are sent each event once, in order', async () => {
  const answer = handler('dovecot');
  const listeners = await Promise.all(Array.from({ length: 500 }, () => listen(answer)));
  await clientOf(answer)('POST /_lifecycle/scenario', 'manager suspend\nmanager resume\n'.repeat(10));
  const heard = await Promise.all(listeners.map(({ take }) => take(20)));
  const inOrder = Array.from({ length: 20 }, (_, index) => index + 1);
  expect(heard.map((events) => events.map((one) => one?.id))).toEqual(heard.map(() => inOrder));
});
