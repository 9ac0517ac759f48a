import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type SystemName, systems } from '../../machines/index.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { readScenario } from '../../src/scenario/index.ts';

/** The number of acceptance scenarios of each system, so that a lost one is noticed. */
const counts: { readonly [Name in SystemName]?: number } = {
  egnyte: 128,
  dovecot: 82,
  dropsuite: 66,
  wildduck: 80,
  'mozilla-sync': 46,
};

describe.for(Object.entries(counts))('the scenarios of acceptance of %s', ([name, count]) => {
  const folder = new URL(`${name}/scenarios/`, import.meta.url);
  const files = readdirSync(folder);

  it('are all here, and nothing else is', () => {
    expect(files).toHaveLength(count);
    expect(files.filter((file) => !file.endsWith('.txt'))).toEqual([]);
  });

  it.for(files)('%s', (file) => {
    const system = systems[name as SystemName];
    const steps = readScenario(system, readFileSync(new URL(file, folder), 'utf8'), file);
    expect(steps.some(({ expect: expected }) => expected)).toBe(true);
    expect([...simulate(steps, system)].filter(({ missed }) => missed)).toEqual([]);
  });
});
