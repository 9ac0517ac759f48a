import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baselineOf } from '../../src/cli/commands/gate/check/baseline.ts';
import type { GatingReport, Mismatch } from '../../src/gating/report.ts';

const schema = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/schemas', name), 'utf8')) as {
    required?: string[];
    properties: { known: { items: { required: string[]; properties: object; additionalProperties: boolean } } };
    items: { required: string[]; properties: object };
  };

test('a baseline has the members that its schema names, and no others', () => {
  const mismatch = { command: 'c', ui: 'enabled', model: 'rejected', situations: '9007199254740993', cause: 'why' };
  const mismatches = [{ ...mismatch, kind: 'offered', view: {}, read: [] } as unknown as Mismatch];
  const baseline = baselineOf({ system: 's', entity: 'e', mismatches } as unknown as GatingReport);
  const { required, properties } = schema('gating-baseline.schema.json');
  const { items } = properties.known;
  expect(Object.keys(baseline)).toEqual(required);
  expect(Object.keys(baseline.known[0] ?? {})).toEqual(items.required);
  expect(Object.keys(items.properties)).toEqual(items.required);
  expect(items.additionalProperties).toBe(false);
});

test('a row of a table has a command and whether it is enabled', () => {
  const { items } = schema('gating-table.schema.json');
  expect(items.required).toEqual(['command', 'enabled']);
  expect(Object.keys(items.properties)).toEqual(['command', 'enabled', 'code', 'when']);
});
