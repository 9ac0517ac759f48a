import { describe, expect, it } from 'vitest';
import { call, file, json, lifecycle, lines } from './program.ts';

const dovecot = (...args: string[]) => call(['can', ...args, '--system', 'dovecot']);

describe('can --json', () => {
  it('gives a row for each command, with the keys of the contract', async () => {
    const { status, stdout } = await dovecot('account', 'MIGRATION:QUEUED', '--json');
    expect(json(stdout)[1]).toEqual({
      entity: 'account:1',
      command: 'start',
      allowed: true,
      otherwise: [
        {
          error: { code: 'ManagerSuspended', name: 'ManagerSuspended' },
          reason: 'the manager is suspended',
          mark: 'I',
          when: 'the manager is suspended',
          scenario: ['account enqueue', 'manager suspend'],
        },
        expect.objectContaining({ error: { code: 'ConcurrencyLimit', name: 'ConcurrencyLimit' } }),
      ],
    });
    expect(status).toBe(0);
  });

  it('names the entity that was asked about in every row', async () => {
    for (const args of [['account:berlin', 'MIGRATION:QUEUED'], ['account:berlin']]) {
      const rows = json((await dovecot(...args, '--json')).stdout);
      expect(new Set(rows.map(({ entity }) => entity))).toEqual(new Set(['account:berlin']));
    }
  });

  it('is about the situation after given ready by default', async () => {
    const after = await dovecot('account', '--after', file('given ready\n'), '--json');
    expect((await dovecot('account', '--json')).stdout).toBe(after.stdout);
  });
});

describe('can in a terminal', () => {
  it('puts reasons below the codes, if there is no room beside them', async () => {
    const { stdout } = await call(['can', 'user', '--system', 'wildduck'], { columns: 60 });
    const shown = lines(stdout);
    expect(shown.filter((line) => line.length > 60)).toEqual([]);
    expect(shown.slice(-5)).toEqual([
      '  webauthn.register      InputValidationError',
      '                           no such registration challenge is',
      '                           open (I)',
      '  webauthn.authenticate  WebAuthnDisabled',
      '                           no security key is registered (F)',
    ]);
  });
});

describe('can after a scenario', () => {
  it('is about the situation at its end', async () => {
    const scenario = file('given ready\njob scan.start\n');
    const [, , , start] = json((await call(['can', 'job', '--after', scenario, '--json'])).stdout);
    expect(start).toMatchObject({ command: 'scan.start', allowed: false, error: { code: 650 }, otherwise: [] });
  });

  it('reads it from standard input', async () => {
    const { stdout } = await lifecycle(['can', 'job:2', '--after', '-'], 'given ready\njob:2 create\n');
    expect(stdout).toMatch(/^egnyte job:2\n/);
    expect(stdout).toMatch(/scan\.start +661 /);
  });
});

describe('can takes what is known', () => {
  it('in any case', async () => {
    expect((await dovecot('account', 'migration:queued')).stdout).toBe(
      (await dovecot('account', 'MIGRATION:QUEUED')).stdout,
    );
  });

  it('and names the nearest situation if it is impossible', async () => {
    const { status, stdout, stderr } = await dovecot('account', 'MIGRATION:RUNNING', 'PASS:null');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /^lifecycle can: no account can be MIGRATION:RUNNING PASS:null; the nearest that exists is /,
    );
  });

  it('and names the entity of the scenario if another was asked about', async () => {
    expect((await dovecot('account:7', 'MIGRATION:QUEUED')).stdout).toContain(
      'The plainest such situation, for account:1, is that after:\naccount enqueue\n',
    );
  });
});
