import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { drawn } from '../../../src/diagram/draw.ts';
import { sourcesOf } from '../subjects.ts';
import { subjects } from './machines.ts';

const HEAD = ['phase', 'from', 'event', 'condition', 'to', 'code'];

test.each(subjects)(
  'csv-parse reads each transition of $name as it stands in the table',
  async ({ system, lifecycle }) => {
    const text = (format: 'csv' | 'table') =>
      drawn(system, { view: 'states', entity: lifecycle.kind }, format, sourcesOf(system));
    const [head, ...rows] = parse(await text('csv'), { record_delimiter: '\r\n' }) as string[][];
    const [, , ...lines] = (await text('table')).trimEnd().split('\n');
    expect(head).toEqual(HEAD);
    expect(rows).toHaveLength(lines.length);
    for (const [index, row] of rows.entries()) {
      expect(row).toHaveLength(HEAD.length);
      for (const cell of row) expect(lines[index]).toContain(cell.replaceAll('|', '\\|'));
    }
  },
);
