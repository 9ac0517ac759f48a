import { describe, expect, it } from 'vitest';
import { call, json } from './program.ts';

const event = async (...args: string[]) => json((await call(['describe', ...args, '--json'])).stdout)[0];

describe('describe of an event', () => {
  it('gives its parameters, with values and defaults', async () => {
    expect(await event('agent', 'register')).toMatchObject({
      is: 'command',
      params: [
        { param: 'version', anyValue: true },
        { param: 'scheduler', values: ['on', 'off'], default: 'on' },
      ],
    });
  });

  it('prints the only values with which a report is applied', async () => {
    const { params } = (await event('job', 'sync.reviewRequired')) ?? {};
    expect(params).toMatchObject([{ param: 'code', appliedWith: ['9080', '9090', '9100'] }]);
  });

  it('shows a report in a form that is applied', async () => {
    const { stdout } = await call(['describe', 'job', 'sync.reviewRequired']);
    expect(stdout).toContain('the report is applied only with 9080, 9090, 9100\n');
    expect(stdout).toMatch(/^In its plainest form: job sync\.reviewRequired code=9080$/m);
  });

  it('names no such value if any is accepted', async () => {
    const { params } = (await event('job', 'scan.succeeded')) ?? {};
    for (const param of params as object[]) expect(param).not.toHaveProperty('appliedWith');
  });
});

describe('explain of a misspelt command', () => {
  it.each(['copy.strt', 'copy start'])('suggests the command: %s', async (word) => {
    const { status, stderr } = await call(['explain', word]);
    expect([status, stderr]).toEqual([
      2,
      `lifecycle explain: unknown code "${word}" (did you mean copy.start?); run lifecycle codes\n`,
    ]);
  });
});

describe('path', () => {
  it('takes a kind, not a single entity', async () => {
    const { status, stderr } = await call(['path', 'job:2', 'SCAN:RUNNING']);
    expect([status, stderr]).toEqual([2, 'lifecycle path: a path is one for any job, not for job:2; name job alone\n']);
  });
});
