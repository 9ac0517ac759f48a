import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import type { System } from '../../src/model/index.ts';
import { notCovered, type Query, reach, scenarioTo } from '../../src/reach/index.ts';
import { reader } from './reader.ts';

const queryOf = async (name: keyof typeof systems, kind: string): Promise<Query> => {
  const system: System = systems[name];
  return reach(system, kind, reader(system), await answersOf(name));
};
const codesOf = (query: Query, view: Parameters<Query['known']>[0], command: string): unknown[] =>
  query
    .known(view)
    .answers(command)
    .map(({ code, accepted }) => code ?? accepted);

const agent = await queryOf('egnyte', 'agent');
const account = await queryOf('dovecot', 'account');
const message = await queryOf('wildduck', 'message');
const job = await queryOf('egnyte', 'job');

describe('what is known narrows the answers', () => {
  test('an agent that is active', () => {
    expect(codesOf(agent, { AGENT: 'ACTIVE' }, 'retire')).toEqual([681, 661, 693, true]);
  });
  test('and has a scheduled upgrade', () => {
    expect(codesOf(agent, { AGENT: 'ACTIVE', AGENT_UPGRADE: 'SCHEDULED' }, 'retire')).toEqual([681]);
  });
  test('a job with a paused copy and an inactive agent', () => {
    expect(codesOf(job, { MIGRATE_DATA: 'PAUSED', META_MIGRATE_DATA: null, agent: 'INACTIVE' }, 'copy.stop')).toContain(
      true,
    );
  });
  test('a fact that gates read under another name is understood', () => {
    const conflicting = job.known({ destinationConflict: true });
    expect(conflicting.any).toBe(true);
    expect(conflicting.where({ confluence: 'on' }).any).toBe(false);
  });
});

describe('nothing is left out', () => {
  test('an upgrade can be scheduled', () => expect(agent.known({ AGENT_UPGRADE: 'SCHEDULED' }).any).toBe(true));
  test('a message can be a draft', () => expect(message.known({ MESSAGE: 'DRAFT' }).any).toBe(true));
  test.each(['SCHEDULE_JOB', 'ASYNC_COPY'])('every status of %s is reached', (phase) => {
    const statuses = Object.keys(job.lifecycle.chart.states[phase]?.states ?? {});
    expect(job.all.statuses(phase).map(String)).toEqual(statuses);
  });
  test('what is possible is listed', () => expect(notCovered(job).join('\n')).toContain('same agent'));
});

describe('a shortest route', () => {
  test('is the shortest', () => {
    const failed = account.known({ MIGRATION: 'FAILED' });
    expect(failed.nearest()?.length).toBe(3);
    expect(scenarioTo(failed)).toHaveLength(3);
  });
  test('starts in the given situations', () => {
    const running = account.known({ MIGRATION: 'RUNNING' });
    expect(account.known({ MIGRATION: 'FAILED' }).nearest(running)?.length).toBe(1);
  });
  test('to an empty set does not exist', () => {
    const nowhere = account.known({ MIGRATION: 'COMPLETED', DELIVERY: null });
    expect(nowhere.any).toBe(false);
    expect(nowhere.nearest()).toBeUndefined();
  });
});

test('the answers to all commands partition all situations', () => {
  const parts = [...account.all.byAnswers((rule) => rule)];
  expect(parts.reduce((sum, [, { count }]) => sum + count, 0n)).toBe(account.all.count);
  for (const [rules, here] of parts) {
    expect(account.commandNames.map((command) => here.answers(command).map(({ rule }) => rule))).toEqual(
      rules.map((rule) => [rule]),
    );
  }
});

test('an unknown name is an error', () => {
  expect(() => agent.known({ AGNET: 'ACTIVE' })).toThrow('AGNET');
});
