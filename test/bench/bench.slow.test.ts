// The bench in its smallest form: everything runs once, so that it keeps up with the code that it measures.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { measure, names, requestOf } from './bench.ts';
import { ratio } from './compete.ts';
import { pageOf, textOf } from './page.ts';
import { recordedPage } from './record.ts';

const MINUTE = 60_000;

describe('every row of the bench', () => {
  it.each(names)('%s runs, and returns a complete table', { timeout: MINUTE }, async (name) => {
    for await (const outcome of measure([name], 'tiny')) {
      const { columns, lines, bars } = outcome.measured;
      expect(lines).not.toEqual([]);
      expect(lines.filter(({ length }) => length !== columns.length)).toEqual([]);
      expect(lines.flat().filter((cell) => /NaN|undefined|Infinity/.test(cell))).toEqual([]);
      for (const { what } of bars)
        expect(pageOf([{ ...outcome, day: '2000-01-01', machine: 'a machine' }])).toContain(`| ${what} |`);
      expect(textOf(outcome)).toContain(outcome.row.title);
    }
  });
});

test('docs/benchmarks.md has the latest measurements', async () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/benchmarks.md'), 'utf8')).toBe(await recordedPage());
});

describe('the command line of the bench', () => {
  test('measures everything in full by default', () => {
    expect(requestOf([])).toEqual({ scale: 'full', wanted: names, write: true });
  });
  test('takes one row or several', () => {
    const [first = '', second = ''] = names;
    expect(requestOf(['--quick', '--only', second, '--only', first])).toEqual({
      scale: 'quick',
      wanted: [second, first],
      write: false,
    });
  });
  test('writes the measurements of a row with --write', () => {
    const [first = ''] = names;
    expect(requestOf(['--only', first, '--write'])).toEqual({ scale: 'full', wanted: [first], write: true });
  });
  test.each([
    [['--only', 'start'], '--only needs the name of a row, one of '],
    [['--only'], '--only needs the name of a row, one of '],
    [['--quick', '--write'], '--write needs a full run, so leave out --quick'],
    [['--fast'], 'unknown argument "--fast"; usage: '],
  ])('refuses %j', (args, message) => expect(() => requestOf(args)).toThrow(message));
});

test('a ratio compares laps that ran one after the other', () => {
  const laps = (name: string, ...seconds: number[]) => ({
    name,
    laps: seconds.map((each) => ({ units: 10, seconds: each })),
    rate: Number.NaN,
  });
  expect(ratio(laps('one', 1, 2, 4), laps('other', 2, 8, 4))).toEqual({ middle: 2, least: 1, most: 4 });
});
