import { describe, expect, it } from 'vitest';
import { missed } from './scenario.ts';
import { scenariosOf } from './scenarios.ts';
import { suites } from './suites.ts';

describe.for(suites)('the oracle of $system.name answers as expected in', ({ system, oracle, ready, named }) => {
  it.for(scenariosOf(system.name))('%s', ([, text]) => {
    const result = missed(text, oracle(), ready, named);
    expect(result.expectations).toBeGreaterThan(0);
    expect(result.missed).toEqual([]);
  });
});
