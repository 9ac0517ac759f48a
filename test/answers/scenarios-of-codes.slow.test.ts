import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { Effort } from '../../src/answers/scenarios-of-codes.ts';
import { searchExplanation } from '../../src/answers/search-explanation.ts';
import type { CodeRow, System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';

const scenarioOf = (system: System, code: string, effort: Partial<Effort> = {}) => {
  const reader = new ScenarioReader(system);
  const row = system.codes.find((each) => String(each.code) === code || each.name === code) as CodeRow;
  const { scenario, proven } = searchExplanation(system, row, (line) => reader.line(line), effort);
  return { scenario, proven };
};

const { egnyte, dovecot } = systems;

describe('the shortest scenario', { timeout: 60_000 }, () => {
  test('of a code that shows within two lines is proven in the world', () => {
    expect(scenarioOf(egnyte, '505')).toEqual({ scenario: ['given ready', 'job create'], proven: 'world' });
  });

  test('of a longer one is proven in the space of an entity', () => {
    expect(scenarioOf(egnyte, '671')).toMatchObject({ scenario: { length: 5 }, proven: 'space' });
  });

  test('of a status of a fixed region is found with the region free to move', () => {
    expect(scenarioOf(egnyte, '117')).toMatchObject({
      scenario: { 1: 'job create transport=async', length: 6 },
      proven: 'space',
    });
  });

  test('of a reason is written with that reason', () => {
    expect(scenarioOf(egnyte, '3020')).toMatchObject({ scenario: { 2: 'job scan.failed code=3020' } });
  });

  test('of a code that needs a second entity is found in whole worlds', () => {
    expect(scenarioOf(dovecot, 'ConcurrencyLimit', { situations: 5000 })).toMatchObject({
      scenario: { length: 5 },
      proven: 'world',
    });
  });

  test('from a space is proven in the world if more effort is allowed', () => {
    const usual = scenarioOf(dovecot, 'AlreadyCompleted');
    const proven = scenarioOf(dovecot, 'AlreadyCompleted', { situations: 5000, prove: true });
    expect(usual).toMatchObject({ scenario: { length: 5 } });
    expect(proven).toMatchObject({ scenario: { length: 5 }, proven: 'world' });
  });

  test('is not searched for an informational code', () => {
    expect(scenarioOf(egnyte, '13')).toEqual({ scenario: null, proven: null });
  });
});
