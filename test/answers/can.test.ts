import { describe, expect, test } from 'vitest';
import { type Can, type CanRow, canWhere } from '../../src/answers/can.ts';
import { worldBehind } from '../../src/answers/source.ts';
import type { PartialView } from '../../src/reach/index.ts';
import { reader } from '../reach/reader.ts';
import { sound } from '../toys/toys.ts';
import { sourceOf } from './sources.ts';

const [dovecot, wildduck] = await Promise.all([sourceOf('dovecot'), sourceOf('wildduck')]);

const can = (known: PartialView): Can => canWhere(dovecot, 'account', '1', known) as Can;
const rowOf = (found: Can, command: string): CanRow | undefined => found.rows.find((row) => row.command === command);

describe('what is possible', () => {
  test('is about the situation after the opening if nothing is known', () => {
    const { rows, scenario } = can({});
    expect(scenario).toEqual(['given ready']);
    expect(rows.flatMap(({ otherwise }) => otherwise)).toEqual([]);
  });

  test('has a row for every command', () => {
    expect(can({ MIGRATION: 'RUNNING' }).rows.map(({ command }) => command)).toEqual(
      Object.keys(dovecot.system.entities.account?.commands ?? {}),
    );
  });

  test('is about the plainest situation, which the scenario leads to', () => {
    const { scenario } = can({ MIGRATION: 'RUNNING' });
    expect(
      worldBehind(dovecot, scenario ?? [])
        .peek('account', '1')
        .state('MIGRATION'),
    ).toBe('RUNNING');
  });

  test('names the code, the reason and the mark of a refusal', () => {
    expect(canWhere(dovecot, 'manager', '1', { MANAGER: 'SUSPENDED' })).toEqual({
      scenario: ['manager suspend'],
      rows: [
        {
          entity: 'manager:1',
          command: 'suspend',
          allowed: false,
          error: { code: 'AlreadySuspended', name: 'AlreadySuspended' },
          reason: 'the manager is SUSPENDED',
          mark: 'I',
          otherwise: [],
        },
        { entity: 'manager:1', command: 'resume', allowed: true, otherwise: [] },
      ],
    });
  });

  test('for a combination is about the situations that have all of it', () => {
    const all = rowOf(can({ MIGRATION: 'QUEUED' }), 'start');
    const some = rowOf(can({ MIGRATION: 'QUEUED', managerSuspended: true }), 'start');
    expect(some?.otherwise.length).toBeLessThan(all?.otherwise.length ?? 0);
  });

  test('for an impossible combination names the nearest one', () => {
    expect(canWhere(dovecot, 'account', '1', { MIGRATION: 'RUNNING', DELIVERY: 'NEW', PASS: null })).toMatchObject({
      impossible: 'MIGRATION:RUNNING DELIVERY:NEW PASS:null',
    });
  });

  test('has a scenario for every other answer, or says that none is confirmed', () => {
    const { rows } = canWhere(wildduck, 'user', '1', { USER: 'ACTIVE' }) as Can;
    const others = rows.flatMap(({ otherwise }) => otherwise);
    expect(others.length).toBeGreaterThan(10);
    for (const { scenario, unconfirmed } of others) expect(scenario === undefined).toBe(unconfirmed === true);
    for (const { scenario } of others) {
      if (scenario) expect(worldBehind(wildduck, scenario).peek('user', '1').state('USER')).toBe('ACTIVE');
    }
  });
});

describe('for a user’s own system, without shipped answers,', () => {
  const lamp = { system: sound, read: reader(sound) };

  test('the answers for a status are computed', () => {
    expect(canWhere(lamp, 'lamp', '1', { LIGHT: 'ON' })).toMatchObject({
      scenario: ['given ready'],
      rows: [
        { command: 'switchOn', allowed: false, error: { code: 6 } },
        { command: 'switchOff', allowed: true },
      ],
    });
  });
});
