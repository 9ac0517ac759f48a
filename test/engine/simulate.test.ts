import { expect, it } from 'vitest';
import { Simulator, simulate } from '../../src/engine/simulate.ts';
import type { Step } from '../../src/model/index.ts';
import { sound } from '../toys/toys.ts';

const lamp = (type: string, params = {}, id = '1'): Step => ({ kind: 'lamp', id, type, params });
const switchOff = { kind: 'lamp', id: '1', type: 'switchOff', params: {} };
const on = { entity: 'lamp:1', phase: 'LIGHT', status: 'ON', code: 1 };
const off = { entity: 'lamp:1', phase: 'LIGHT', status: 'OFF', code: 2 };

it('a brief result says what happened, and nothing else', () => {
  const steps = [
    lamp('switchOff'),
    lamp('switchOn'),
    { wait: 3600 },
    lamp('burnt', { code: '7' }),
    lamp('switchOn'),
    lamp('burnt', { code: '7' }),
    lamp('flicker'),
  ];
  const simulator = new Simulator(sound);
  const results = steps.map((step) => simulator.runBriefly(step));
  const code = (number: number) => ({ code: number, name: `CODE_${number}` });
  expect(results).toEqual([
    { step: 1, at: 0, to: 'lamp:1', type: 'switchOff', outcome: 'rejected', error: code(6), changes: [] },
    { step: 2, at: 0, to: 'lamp:1', type: 'switchOn', outcome: 'accepted', changes: [on] },
    { step: 3, at: 0, type: 'wait', outcome: 'applied', changes: [off] },
    { step: 4, at: 3600, to: 'lamp:1', type: 'burnt', outcome: 'ignored', changes: [] },
    { step: 5, at: 3600, to: 'lamp:1', type: 'switchOn', outcome: 'accepted', changes: [on] },
    {
      ...{ step: 6, at: 3600, to: 'lamp:1', type: 'burnt', outcome: 'applied' },
      changes: [{ entity: 'lamp:1', phase: 'LIGHT', status: 'BROKEN', code: null, error: code(7) }],
    },
    { step: 7, at: 3600, to: 'lamp:1', type: 'flicker', outcome: 'rejected', error: code(9), changes: [] },
  ]);
  expect([...simulate(steps, sound)]).toMatchObject(results);
});

it('a result has the line of its step, if known, and the missed expectations', () => {
  const simulator = new Simulator(sound);
  const expecting = (outcome: 'accepted' | 'rejected'): Step => ({
    ...{ kind: 'lamp', id: '1', type: 'switchOn', params: {} },
    expect: [{ outcome, text: outcome }],
  });
  const record = simulator.take(expecting('rejected'));
  expect(Object.keys(simulator.result(record))).not.toContain('line');
  expect(simulator.result(record).missed).toEqual(['rejected']);
  record.line = 4;
  expect(simulator.result(record).line).toBe(4);
  expect(simulator.run(expecting('rejected'))).not.toHaveProperty('missed');
  expect(simulator.steps).toBe(2);
});

it('the record of a step has nothing left of the step before', () => {
  const simulator = new Simulator(sound);
  const record = simulator.take({ ...switchOff, expect: [{ outcome: 'accepted', text: 'accepted' }] });
  record.line = 4;
  expect(record).toMatchObject({ error: { code: 6 }, rule: { code: 6 }, missed: ['accepted'] });
  const wait = { wait: 1 };
  expect({ ...simulator.take(wait) }).toEqual({
    ...{ step: 2, at: 0, taken: wait, type: 'wait', outcome: 'applied', changes: [] },
  });
});

it('a brief result has no sentence', () => {
  const simulator = new Simulator(sound);
  expect(simulator.run(lamp('switchOff'))).toHaveProperty('reason');
  expect(simulator.runBriefly(lamp('switchOff'))).not.toHaveProperty('reason');
});

it('steps may arrive one by one, at any time', async () => {
  async function* steps(): AsyncGenerator<Step> {
    yield lamp('switchOn');
    yield lamp('switchOff');
  }
  const changes: unknown[] = [];
  for await (const result of simulate(steps(), sound)) changes.push(...result.changes);
  expect(changes).toEqual([on, off]);
});
