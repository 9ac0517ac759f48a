// The bench, as small as it can be: everything is run once, so that nothing in it falls behind what it measures.
import { describe, expect, it, test } from 'vitest';
import { measure, names, requestOf } from './bench.ts';
import { ratio } from './compete.ts';
import { pageOf, textOf } from './page.ts';

const MINUTE = 60_000;

describe('every row of the bench', () => {
  it.each(names)('%s runs, and gives a whole table', { timeout: MINUTE }, async (name) => {
    for await (const outcome of measure([name], 'tiny')) {
      const { columns, lines, bars } = outcome.measured;
      expect(lines).not.toEqual([]);
      expect(lines.filter(({ length }) => length !== columns.length)).toEqual([]);
      expect(lines.flat().filter((cell) => /NaN|undefined|Infinity/.test(cell))).toEqual([]);
      for (const { what } of bars) expect(pageOf([outcome], '2000-01-01')).toContain(`| ${what} |`);
      expect(textOf(outcome)).toContain(outcome.row.title);
    }
  });
});

describe('the command line of the bench', () => {
  test('measures everything in full where nothing else is said', () => {
    expect(requestOf([])).toEqual({ scale: 'full', wanted: names });
  });
  test('takes one row or several', () => {
    const [first = '', second = ''] = names;
    expect(requestOf(['--quick', '--only', second, '--only', first])).toEqual({
      scale: 'quick',
      wanted: [second, first],
    });
  });
  test.each([
    [['--only', 'start'], '--only needs the name of a row, one of '],
    [['--only'], '--only needs the name of a row, one of '],
    [['--fast'], 'unknown argument "--fast"; usage: '],
  ])('refuses %j', (args, message) => expect(() => requestOf(args)).toThrow(message));
});

test('a ratio is taken between the laps that were run behind each other', () => {
  const laps = (name: string, ...seconds: number[]) => ({
    name,
    laps: seconds.map((each) => ({ units: 10, seconds: each })),
    rate: Number.NaN,
  });
  expect(ratio(laps('one', 1, 2, 4), laps('other', 2, 8, 4))).toEqual({ middle: 2, least: 1, most: 4 });
});
