import { describe, expect, it } from 'vitest';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { Lines } from '../../src/scenario/line-splitter.ts';
import { toy } from './toy.ts';
import { event } from './toy-reading.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The lines of a text, to be taken one by one. */
function linesOf(text: string | Uint8Array): Lines {
  const lines = new Lines('toy.txt');
  lines.push(text);
  return lines;
}

const reader = (): ScenarioReader => new ScenarioReader(toy, 'toy.txt');

/** A reader that has met the lines of a text so often that it recalls them. */
function warmed(text: string): ScenarioReader {
  const first = reader();
  const lines = linesOf(bytes(text.repeat(4)));
  while (first.next(lines) !== undefined);
  return first;
}

describe.each([
  ['text', 'job x\n', '# x\n', 'job:2 y\n'],
  ['NDJSON', '{"to":"job","type":"x"}\n', '\n', '{"to":"job:2","type":"y"}\n'],
])('a scenario in %s', (form, x, blank, y) => {
  it('is read line by line, and then there is none yet', () => {
    const lines = linesOf(bytes(x + blank + y));
    const each = reader();
    expect([each.next(lines), each.next(lines), each.next(lines), each.next(lines)]).toEqual([
      [event('job', '1', 'x')],
      [],
      [event('job', '2', 'y')],
      undefined,
    ]);
  });

  it('has the number of a line, recalled or not', () => {
    const lines = linesOf(bytes(x + x + blank + x + x + y + x));
    const each = reader();
    const numbers: number[][] = [];
    while (each.next(lines) !== undefined) numbers.push([each.at, each.number]);
    const objects = [1, 2, 2, 3, 4, 5, 6];
    expect(numbers).toEqual(objects.map((object, index) => [index + 1, form === 'text' ? index + 1 : object]));
  });

  it('is checked line by line, recalled or not', () => {
    const each = reader();
    const lines = linesOf(bytes(x + blank + x + x + x));
    const counts = Array.from({ length: 6 }, () => each.check(lines));
    expect(counts).toEqual([1, 0, 1, 1, 1, undefined]);
    expect([each.at, each.number]).toEqual(form === 'text' ? [5, 5] : [5, 4]);
  });

  it('is recalled by a reader that begins it again, except for its first line', () => {
    const again = warmed(x + y).again();
    const lines = linesOf(bytes(x + y + x + x + y));
    const steps = Array.from({ length: 3 }, () => again.next(lines)?.[0]);
    expect(steps).toEqual([event('job', '1', 'x'), event('job', '2', 'y'), event('job', '1', 'x')]);
    expect(again.next(lines)).toBe(again.next(lines));
    expect(again.at).toBe(5);
  });

  it('says where it cannot be read, behind lines that are recalled', () => {
    const lines = linesOf(bytes(`${x.repeat(6)}nobody\n`));
    const each = reader();
    for (let line = 0; line < 6; line += 1) each.next(lines);
    expect(() => each.next(lines)).toThrow(/^toy\.txt:7:1: /);
  });

  it('is not recalled if it comes as text', () => {
    const lines = linesOf((x + y).repeat(3));
    const each = reader();
    for (let line = 0; line < 6; line += 1) expect(each.next(lines)).toHaveLength(1);
    expect(each.next(lines)).toBeUndefined();
  });
});

describe('a line is read anew each time', () => {
  it('if it opens with several steps', () => {
    const each = warmed('job x\ngiven ready\n');
    const lines = linesOf(bytes('given ready\ngiven ready\n'));
    expect([each.next(lines), each.next(lines)].map((steps) => steps?.length)).toEqual([3, 3]);
  });

  it('if it has no step', () => {
    const each = warmed('job x\n# y\n');
    const lines = linesOf(bytes('# y\njob x\n'));
    expect([each.next(lines), each.next(lines)].map((steps) => steps?.length)).toEqual([0, 1]);
  });
});

it('a recalled line gives the same list each time, and a line read anew a list of its own', () => {
  const each = warmed('job x\n');
  const lines = linesOf(bytes('job x\njob x\n'));
  expect(each.next(lines)).toBe(each.next(lines));
});

it('a reader that has read nothing is at line 0', () => expect([reader().at, reader().number]).toEqual([0, 0]));
