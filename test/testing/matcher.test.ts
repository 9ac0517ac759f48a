import { describe, expect, test } from 'vitest';
import { gateOf, type SystemName } from '../../src/index.ts';
import { gatingMatchers, gatingReport, type Predicate } from '../../src/testing/index.ts';

expect.extend(gatingMatchers);

const own = (system: SystemName, entity: string): Predicate => {
  const gate = gateOf(system, entity as never);
  return (command, view) => gate.ask(command as never, view as never).allowed;
};
const right = own('dovecot', 'account');
const failing = (canRun: unknown, ...expected: [system: 'dovecot', entity: 'account']) =>
  expect(canRun)
    .toMatchGating(...expected)
    .then(
      () => 'matches',
      (error: Error) => error.message,
    );

describe('toMatchGating', () => {
  test('a gating that is right', () => expect(right).toMatchGating('dovecot', 'account'));
  test('one that answers later', () =>
    expect(async (command: string, view: never) => right(command, view)).toMatchGating('dovecot', 'account'));
  test('one that says which code', async () => {
    const gate = gateOf('dovecot', 'account');
    const canRun: Predicate = (command, view) => {
      const { allowed, code } = gate.ask(command as never, view);
      return { enabled: allowed, ...(code === undefined ? {} : { code }) };
    };
    await expect(canRun).toMatchGating('dovecot', 'account');
  });
  test('one that is wrong does not', () => expect(() => true).not.toMatchGating('dovecot', 'account'));
  test('only some commands are asked about', () => {
    const canRun: Predicate = (command, view) => command === 'remove' && right(command, view);
    return expect(canRun).toMatchGating('dovecot', 'account', { commands: ['remove'] });
  });
});

describe('a failing test says', () => {
  const forgets: Predicate = (command, view) =>
    command === 'start' ? view.phases.MIGRATION !== null : right(command, view);

  test('what the UI does, what the model does, and why', async () => {
    const message = await failing(forgets, 'dovecot', 'account');
    expect(message).toContain('start: the UI has it enabled, the model rejects it with AlreadyRunning');
    expect(message).toContain('as the account is RUNNING');
  });
  test('the shortest scenario, which simulate takes', async () => {
    const message = await failing(forgets, 'dovecot', 'account');
    expect(message).toContain('    given ready\n    account start\n    account start => AlreadyRunning\n');
    expect(message).toContain('lifecycle simulate --system dovecot');
  });
  test('what is wrong with a predicate that throws', async () => {
    const throwing = () => {
      throw new Error('no such button');
    };
    expect(await failing(throwing, 'dovecot', 'account')).toContain(
      'the UI is at fault (threw: Error: no such button)',
    );
  });
  test('at most ten mismatches, and how many more there are', async () => {
    const message = await failing(() => true, 'dovecot', 'account');
    expect(message).toMatch(/: (\d\d) kinds of mismatches/);
    expect(message).toMatch(/… and \d+ more/);
  });
});

describe('misuse', () => {
  test('something that is no function', async () => {
    expect(await failing(true, 'dovecot', 'account')).toBe(
      'toMatchGating needs a function (command, view) => boolean, and got boolean',
    );
  });
  test('an entity that the system does not have', async () => {
    expect(await failing(right, 'dovecot', 'job' as never)).toMatch(/dovecot has no job; it has manager, account/);
  });
  test('an unknown system', async () => {
    expect(await failing(right, 'dovecote' as never, 'account')).toMatch(/no system dovecote; .*dovecot/);
  });
});

test('gatingReport gives the report without a matcher', async () => {
  const { mismatches, summary } = await gatingReport(right, 'dovecot', 'account');
  expect(mismatches).toEqual([]);
  expect(summary).toMatchObject({ level: 'exhaustive', situations: 5_760, unexercised: [] });
});
