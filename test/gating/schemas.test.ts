import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { dovecot } from '../../machines/dovecot/index.ts';
import { baselineOf } from '../../src/cli/commands/gate/check/baseline.ts';
import { readRows } from '../../src/cli/commands/gate/check/rows.ts';
import type { GatingReport, Mismatch } from '../../src/gating/report.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const schemaOf = (name: string) => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/schemas', name), 'utf8');
  return ajv.compile(JSON.parse(text) as object);
};

describe('the schema of a baseline', () => {
  const fits = schemaOf('gating-baseline.schema.json');
  const mismatch = { command: 'c', ui: 'enabled', model: 'rejected', situations: '9007199254740993', cause: 'why' };
  const mismatches = [{ ...mismatch, kind: 'offered', view: {}, read: [] } as unknown as Mismatch];
  const baseline = baselineOf({ system: 's', entity: 'e', mismatches } as unknown as GatingReport);

  test('takes what the check writes', () => expect([fits(baseline), fits.errors]).toEqual([true, null]));
  test('takes no baseline of the older form', () => expect(fits({ ...baseline, known: ['c enabled'] })).toBe(false));
  test('takes no other member', () => expect(fits({ ...baseline, more: 1 })).toBe(false));
  test('takes no negative count', () => {
    const [known] = baseline.known;
    expect(fits({ ...baseline, known: [{ ...known, situations: -1 }] })).toBe(false);
  });
});

describe('the schema of a table', () => {
  const fits = schemaOf('gating-table.schema.json');
  const rows = [
    { command: 'start', enabled: true, MIGRATION: 'QUEUED' },
    { command: 'start', enabled: false, when: { MIGRATION: null, managerSuspended: true }, code: 'ManagerSuspended' },
  ];

  test('takes a table that the check reads', () => {
    expect(readRows('t.json', JSON.stringify(rows), dovecot.entities.account)).toHaveLength(2);
    expect([fits(rows), fits.errors]).toEqual([true, null]);
  });
  test('takes no row without a command', () => expect(fits([{ enabled: true }])).toBe(false));
  test('takes no list as a value', () => expect(fits([{ ...rows[0], MIGRATION: ['QUEUED'] }])).toBe(false));
});
