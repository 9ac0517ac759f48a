import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecot } from '../../../../machines/dovecot/index.ts';
import { simulate } from '../../../../src/engine/simulate.ts';
import { readScenario } from '../../../../src/scenario/index.ts';
import { missing, Servers } from './servers.ts';

const why = missing();
const because = why === undefined ? '' : ` (skipped: ${why})`;

/** What the model makes of the exit of an account's first pass, with every setting at its default. */
function leaves(exit: number, account: string): string[] {
  const lines = [`account:${account} enqueue`, `account:${account} start`, `account:${account} exited code=${exit}`];
  const results = [...simulate(readScenario(dovecot, lines.join('\n')), dovecot)];
  return (results.at(-1)?.changes ?? []).map(({ phase, status }) => `${phase} ${status}`);
}

describe.skipIf(why !== undefined)(`real doveadm, and what the model makes of its exit${because}`, () => {
  let servers: Servers;

  beforeAll(async () => {
    servers = await Servers.start();
    servers.deliver('old', 'alice', 'first');
    servers.doveadm(['mailbox', 'create', '-u', 'alice', 'Private'], servers.config('old'));
  });
  afterAll(() => servers?.stop());

  test('a first backup exits 0: SYNCED', () => {
    const exit = servers.backup('alice');
    expect(exit).toBe(0);
    expect(leaves(exit, 'alice')).toEqual(['MIGRATION SYNCED']);
  });

  test('a repeated backup exits 0: SYNCED', () => {
    servers.deliver('old', 'alice', 'second');
    expect(servers.backup('alice')).toBe(0);
  });

  test('a final sync exits 0: COMPLETED', () => {
    const exit = servers.sync('alice');
    expect(exit).toBe(0);
    const lines = [
      'given ready',
      'account switch',
      'account final',
      `account exited code=${exit} => MIGRATION:COMPLETED`,
    ];
    const results = [...simulate(readScenario(dovecot, lines.join('\n')), dovecot)];
    expect(results.at(-1)).not.toHaveProperty('missed');
  });

  test('an unknown user exits 67: REMOVED', () => {
    const exit = servers.backup('carol');
    expect(exit).toBe(67);
    expect(leaves(exit, 'carol')).toEqual(['MIGRATION REMOVED']);
  });

  test('a port that nobody listens on exits 75: RETRYING', () => {
    const exit = servers.backup('alice', 'tcp:127.0.0.1:1');
    expect(exit).toBe(75);
    expect(leaves(exit, 'alice')).toEqual(['MIGRATION RETRYING']);
  });

  test('a host that is not found exits 75, not 68: RETRYING', () => {
    expect(servers.backup('alice', 'tcp:nowhere.invalid:12425')).toBe(75);
  });

  test('a destination that was used before exits 65: FAILED, though sync still works', () => {
    servers.deliver('old', 'bob', 'old mail');
    servers.deliver('new', 'bob', 'new mail');
    const exit = servers.backup('bob');
    expect(exit).toBe(65);
    expect(leaves(exit, 'bob')).toEqual(['MIGRATION FAILED']);
    expect(servers.sync('bob')).toBe(0);
  });

  test('a folder whose access list forbids reading exits 77: QUEUED, everything suspended', () => {
    servers.access('new', 'alice', 'Private', false);
    const exit = servers.backup('alice');
    servers.access('new', 'alice', 'Private', true);
    expect(exit).toBe(77);
    expect(leaves(exit, 'alice').toSorted()).toEqual(['MANAGER SUSPENDED', 'MIGRATION QUEUED']);
  });

  test('once the access list is put right it exits 0 again', () => {
    expect(servers.backup('alice')).toBe(0);
  });

  test('no destination exits 64: FAILED', () => {
    const exit = servers.doveadm(['backup', '-R', '-u', 'alice']);
    expect(exit).toBe(64);
    expect(leaves(exit, 'alice')).toEqual(['MIGRATION FAILED']);
  });

  test('a syntax error in the configuration exits 89, not 78: QUEUED, everything suspended', () => {
    const broken = join(servers.folder, 'broken.conf');
    writeFileSync(broken, 'plugin {\n');
    const exit = servers.doveadm(['backup', '-R', '-u', 'alice', `tcp:127.0.0.1:${servers.port}`], broken);
    expect(exit).toBe(89);
    expect(leaves(exit, 'alice').toSorted()).toEqual(['MANAGER SUSPENDED', 'MIGRATION QUEUED']);
  });
});
