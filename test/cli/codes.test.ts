import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { call, json, lifecycle, lines } from './program.ts';

describe('codes --json', () => {
  it('prints a row per line, with these keys', async () => {
    const { status, stdout } = await call(['codes', '--system', 'egnyte', '--json']);
    expect(lines(stdout)).toHaveLength(381);
    for (const row of json(stdout)) {
      expect(Object.keys(row)).toEqual(['system', 'code', 'name', 'category', 'kind', 'meaning', 'mark']);
    }
    expect(status).toBe(0);
  });

  it('prints every system by default', async () => {
    const rows = json((await call(['codes', '--json'])).stdout);
    expect(rows).toHaveLength(Object.values(systems).reduce((sum, { codes }) => sum + codes.length, 0));
    expect([...new Set(rows.map(({ system }) => system))]).toEqual(Object.keys(systems));
  });
});

describe('codes of some rows', () => {
  const codesOf = async (...args: string[]) =>
    json((await call(['codes', ...args, '--json'])).stdout).map(({ code }) => code);

  it('have every word in code, name or meaning, in any case', async () => {
    expect(await codesOf('SYNC_STOP')).toEqual([659, 666, 671]);
    expect(await codesOf('true-up', 'stop_required')).toEqual([671]);
    expect(await codesOf('ex_tempfail')).toEqual([75]);
  });

  it('can be chosen by kind', async () => {
    const rows = json((await call(['codes', '--kind', 'status', '--system', 'dropsuite', '--json'])).stdout);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['status']));
  });

  it('can be chosen by category', async () => {
    const rows = json((await call(['codes', '--category', 'state validation', '--json'])).stdout);
    expect(new Set(rows.map(({ category }) => category))).toEqual(new Set(['State Validation Errors']));
  });

  it('exit with 1 if there are none', async () => {
    const { status, stdout, stderr } = await call(['codes', 'no-such-word']);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^lifecycle codes: no row has all of that; /);
  });
});

describe('codes prints aliases', () => {
  it('as data', async () => {
    const rows = json((await call(['codes', '--system', 'dovecot', '--json'])).stdout);
    expect(rows.find(({ code }) => code === 75)).toMatchObject({ also: [{ name: 'EX_TEMPFAIL' }] });
  });

  it('after the meaning', async () => {
    expect((await call(['codes', '--system', 'dovecot'])).stdout).toMatch(/^75 .* Also: EX_TEMPFAIL\.$/m);
  });
});

describe('codes, for people', () => {
  it('are grouped by category, not truncated', async () => {
    const { stdout } = await call(['codes', '--system', 'egnyte']);
    expect(stdout).toMatch(
      /^Egnyte Migration App \(egnyte\), 381 codes\n\nHTTP Status and Errors\n200 {2,}OK +informational +S {2}\S/,
    );
    expect(stdout).toMatch(/\n\nState Validation Errors\n/);
    expect(stdout).not.toContain('…');
    expect(stdout).toMatch(/\n\nS: stated in the vendor's table\n$/);
  });

  it.each([60, 80, 120])('fit into %i columns', async (columns) => {
    const { stdout } = await call(['codes'], { columns });
    expect(Math.max(...lines(stdout).map(({ length }) => length))).toBe(columns);
  });

  it('are printed by the real program', async () => {
    const { status, stdout, stderr } = await lifecycle(['codes', '--system', 'egnyte']);
    expect(lines(stdout).length).toBeGreaterThan(381);
    expect([status, stderr]).toEqual([0, '']);
  });
});
