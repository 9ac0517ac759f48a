import { describe, expect, test } from 'vitest';
import { simulate } from '../../src/index.ts';
import { scenarios } from '../../src/testing/index.ts';
import { allSystems } from '../gate/gates.ts';
import { fc } from '../random/fast-check.ts';

const names = allSystems.map(({ name }) => name as 'egnyte');
const sampled = (name: 'egnyte', options = {}) => fc.sample(scenarios(name, options), { numRuns: 100, seed: 3 });

describe.each(names)('scenarios(%s)', (name) => {
  test('are taken by simulate, which answers every step', () => {
    for (const steps of sampled(name)) {
      expect([...simulate(steps, { system: name })].length).toBeGreaterThanOrEqual(steps.length);
    }
  });
  test('mostly have an effect', () => {
    const results = sampled(name, { maxLength: 40 }).flatMap((steps) => [...simulate(steps, { system: name })]);
    const done = results.filter(({ outcome }) => outcome === 'accepted' || outcome === 'applied');
    expect(results.length).toBeGreaterThan(500);
    expect(done.length / results.length).toBeGreaterThan(0.6);
  });
  test('are refused now and then', () => {
    const results = sampled(name, { likely: 0 }).flatMap((steps) => [...simulate(steps, { system: name })]);
    expect(new Set(results.map(({ outcome }) => outcome))).toContain('rejected');
  });
});

describe('options', () => {
  test('maxLength limits the steps after the opening', () => {
    const lengths = sampled('egnyte', { maxLength: 5 }).map(({ length }) => length);
    expect(Math.max(...lengths)).toBe(6);
  });
  test('ready says how a scenario begins', () => {
    expect(sampled('egnyte', { ready: true }).every(([first]) => first && 'given' in first)).toBe(true);
    expect(sampled('egnyte', { ready: false }).some(([first]) => first && 'given' in first)).toBe(false);
    expect(new Set(sampled('egnyte').map(([first]) => first !== undefined && 'given' in first)).size).toBe(2);
  });
  test('entities leaves only their events, and waits', () => {
    const steps = sampled('egnyte', { entities: ['agent'], ready: false }).flat();
    const kinds = new Set(steps.map((step) => ('to' in step ? step.to.split(':')[0] : 'wait')));
    expect([...kinds].sort()).toEqual(['agent', 'wait']);
  });
  test('an entity without events is misuse', () => {
    expect(() => scenarios('egnyte', { entities: ['agnet'] })).toThrow(
      new RangeError('egnyte has no events for agnet'),
    );
  });
  test('the same seed gives the same scenarios', () => {
    expect(sampled('egnyte')).toEqual(sampled('egnyte'));
  });
});

describe('a failing scenario', () => {
  const neverRetires = (steps: Parameters<typeof simulate>[0]): boolean =>
    [...simulate(steps as never as string)].every(({ changes }) =>
      changes.every(({ phase }) => phase !== 'AGENT_RETIRE'),
    );

  test('shrinks to the steps that it needs', () => {
    const property = fc.property(scenarios('egnyte', { maxLength: 60 }), (steps) => neverRetires(steps as never));
    const { failed, counterexample } = fc.check(property, { numRuns: 2_000, seed: 1 });
    expect(failed).toBe(true);
    const steps = (counterexample?.[0] ?? []).map((step) => ('type' in step ? `${step.to} ${step.type}` : 'given'));
    expect(steps.at(-1)).toBe('agent retire');
    expect(steps.length).toBeLessThanOrEqual(3);
  });
  test('shrinks also if it was not generated, but given as an example', () => {
    const example = [{ given: 'ready' as const }, { wait: 5 }, { to: 'agent' as const, type: 'retire' as const }];
    const property = fc.property(scenarios('egnyte'), (steps) => neverRetires(steps as never));
    const { counterexample } = fc.check(property, { examples: [[example]], numRuns: 1 });
    expect(counterexample?.[0]).toEqual([{ given: 'ready' }, { to: 'agent', type: 'retire' }]);
  });
});
