import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { isRefusal, type System } from '../../src/model/index.ts';
import { readScenario, ScenarioReader } from '../../src/scenario/index.ts';
import { type Goal, shortestPath } from '../../src/search/path.ts';
import { compileSpace } from '../../src/space/quotient.ts';
import { levelsOf } from './distances.ts';

const pathTo = (system: System, kind: string, goal: Goal) => {
  const reader = new ScenarioReader(system);
  return shortestPath(system, kind, goal, (line) => reader.line(line));
};

/** How many lines away the statuses are. */
function distance(system: System, kind: string, statuses: { readonly [phase: string]: string | null }): number {
  const reader = new ScenarioReader(system);
  for (const { lines, situations, plain } of levelsOf(system, kind, (line) => reader.line(line))) {
    const [entity] = plain.members;
    const isSo = (situation: string): boolean => {
      plain.stand(situation);
      return Object.entries(statuses).every(([phase, status]) => entity?.state(phase) === (status ?? 'null'));
    };
    if (situations.some(isSo)) return lines;
  }
  return -1;
}

describe('the shortest path to statuses', () => {
  test.each<[System, string, { [phase: string]: string | null }]>([
    [systems.dovecot, 'account', { MIGRATION: 'COMPLETED' }],
    [systems.dovecot, 'account', { MIGRATION: 'REMOVED', DELIVERY: 'NEW', PASS: 'FINAL' }],
    [systems.dropsuite, 'backup', { BACKUP: 'RETRYING' }],
    [systems.wildduck, 'user', { USER: 'SUSPENDED', TOTP: 'ENABLED', CUSTOM_2FA: 'OFF' }],
    [systems.egnyte, 'agent', { AGENT: 'ACTIVE', SPEED_TEST: 'STOPPED', SCAN_SOURCE: 'FAILED' }],
    [systems.egnyte, 'agent', { AGENT_RETIRE: 'TIMEOUT', AGENT: 'DELETED' }],
  ])('of %o %s %j', (system, kind, statuses) => {
    const path = pathTo(system, kind, { statuses });
    if (typeof path !== 'object') throw new Error(`no path: ${path}`);
    const shortest = distance(system, kind, statuses);
    expect([path.lines.length, path.before]).toEqual([shortest, 0]);
    const simulator = new Simulator(system);
    for (const step of readScenario(system, path.lines.join('\n'))) simulator.run(step);
    expect(simulator.standing().find(({ entity }) => entity === `${kind}:1`)?.phases).toMatchObject(statuses);
  });

  test('is found in the space of a job with its agent', { timeout: 120_000 }, () => {
    const path = pathTo(systems.egnyte, 'job', { statuses: { SCAN: 'FAILED', DATA_SYNC: 'PAUSED' } });
    expect(path).toMatchObject({ before: 0, lines: { 0: 'given ready', length: 6 } });
  });

  test('is none where no situation is so', () => {
    expect(pathTo(systems.egnyte, 'agent', { statuses: { AGENT: null, SPEED_TEST: 'RUNNING' } })).toBeUndefined();
  });

  test('begins with the line that makes a fact what it usually is', () => {
    const path = pathTo(systems.egnyte, 'agent', { statuses: { AGENT_UPGRADE: 'TIMEOUT' } });
    expect(path).toMatchObject({ before: 1 });
  });
});

test('every code that a rule of a dovecot account gives in its space has a path that ends with it', () => {
  const { nodes } = compileSpace(systems.dovecot, 'account', { sayable: true });
  const codes = new Set(
    nodes.flatMap(({ answers }) => answers.flatMap(({ rule }) => (isRefusal(rule) ? [rule.code] : []))),
  );
  expect(codes.size).toBeGreaterThan(5);
  for (const code of codes) {
    const path = pathTo(systems.dovecot, 'account', { code });
    if (typeof path !== 'object') throw new Error(`no path to ${code}`);
    const simulator = new Simulator(systems.dovecot);
    const results = readScenario(systems.dovecot, path.lines.join('\n')).map((step) => simulator.run(step));
    expect(results.at(-1)?.error?.code).toBe(code);
  }
});
