import { describe, expect, test } from 'vitest';
import { systems } from '../../../machines/index.ts';
import { Simulator } from '../../../src/engine/simulate.ts';
import { type Goal, shortestPath } from '../../../src/engine/space/path.ts';
import { compileSpace } from '../../../src/engine/space/quotient.ts';
import { World } from '../../../src/engine/world.ts';
import { isRefusal, type System } from '../../../src/model/index.ts';
import { readScenario, ScenarioReader } from '../../../src/scenario/index.ts';
import { Plain } from './plain.ts';

const pathTo = (system: System, kind: string, goal: Goal) => {
  const reader = new ScenarioReader(system);
  return shortestPath(system, kind, goal, (line) => reader.line(line));
};

/** How many letters away the goal is, by a search that knows nothing of classes and bits. */
function distance(system: System, kind: string, reached: (plain: Plain, situation: string) => boolean): number {
  const quotient = compileSpace(system, kind, { sayable: true, asNew: true });
  const plain = new Plain(system, kind, quotient, new World(system));
  let level = new Set([plain.initial]);
  const seen = new Set(level);
  for (let depth = 0; level.size > 0; depth += 1) {
    for (const situation of level) if (reached(plain, situation)) return depth;
    const next = new Set<string>();
    for (const situation of level) {
      for (const letter of quotient.letters) {
        plain.stand(situation);
        plain.take(letter);
        const after = plain.standing();
        if (seen.has(after)) continue;
        seen.add(after);
        next.add(after);
      }
    }
    level = next;
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
    const shortest = distance(system, kind, (plain, situation) => {
      plain.stand(situation);
      const [entity] = plain.members;
      return Object.entries(statuses).every(([phase, status]) => entity?.state(phase) === (status ?? 'null'));
    });
    expect([path.lines.length, path.before]).toEqual([shortest, 0]);
    const simulator = new Simulator(system);
    for (const step of readScenario(system, path.lines.join('\n'))) simulator.run(step);
    expect(simulator.standing().find(({ entity }) => entity === `${kind}:1`)?.phases).toMatchObject(statuses);
  });

  test('is found in the space of a job with its agent', { timeout: 120_000 }, () => {
    const path = pathTo(systems.egnyte, 'job', { statuses: { SCAN: 'FAILED', DATA_SYNC: 'PAUSED' } });
    expect(path).toMatchObject({ before: 0, lines: { length: 8 } });
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
