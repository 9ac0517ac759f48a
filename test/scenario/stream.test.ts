import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/model/index.ts';
import { ScenarioError, ScenarioReader, stepsOf } from '../../src/scenario/index.ts';
import { fc } from '../random/fast-check.ts';
import { toy } from './toy.ts';
import { event, streamed } from './toy-reading.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a stream', () => {
  const steps = [event('job', '1', 'x'), event('job', '2', 'y')];
  it('gives the steps of all its pieces', async () =>
    expect(await streamed([bytes('job x\njo'), bytes('b:2 y\n')])).toEqual({ steps }));
  it('may be of text', async () => expect(await streamed(['job x\njo', 'b:2 y\n'])).toEqual({ steps }));
  it('may be of both', async () =>
    expect(await streamed(['jo', bytes('b '), 'x', bytes('\njo'), 'b:2', bytes(' '), 'y'])).toEqual({ steps }));
  it('may lack its last line break', async () =>
    expect(await streamed([bytes('job x\r\njob:2 y')])).toEqual({ steps }));
  it('may be empty', async () => expect(await streamed([])).toEqual({ steps: [] }));
  it('may have empty pieces', async () =>
    expect(await streamed(['', bytes(''), bytes('job x\n'), '', bytes(''), 'job:2 y'])).toEqual({ steps }));
  it('may begin with a byte order mark', async () =>
    expect(await streamed([Uint8Array.of(0xef, 0xbb), Uint8Array.of(0xbf), bytes('job x\njob:2 y')])).toEqual({
      steps,
    }));
  it('may reuse its buffer', async () => {
    const buffer = new Uint8Array(2);
    function* pieces(): Generator<Uint8Array> {
      for (const pair of ['jo', 'b ', 'x\n', 'jo', 'b:', '2 ', 'y\n']) {
        buffer.set(bytes(pair));
        yield buffer;
      }
    }
    expect(await streamed(pieces())).toEqual({ steps });
  });
  it('is answered as it arrives', async () => {
    const log: string[] = [];
    async function* pieces(): AsyncGenerator<string> {
      yield 'job x\njob';
      log.push('second piece');
      yield ':2 y\n';
    }
    for await (const step of stepsOf(toy, pieces())) log.push('type' in step ? step.type : 'wait');
    expect(log).toEqual(['x', 'second piece', 'y']);
  });
  it('gives the steps before a malformed line', async () =>
    expect(await streamed([bytes('job x\njob:2 y\njob\njob z\n')])).toEqual({
      steps,
      message: 'toy.txt:3:4: the end of the line; expected an event of job',
    }));
  it('closes its source when the loop is left early', async () => {
    let closed = false;
    async function* pieces(): AsyncGenerator<string> {
      try {
        yield 'job x\njob y\n';
      } finally {
        closed = true;
      }
    }
    for await (const _ of stepsOf(toy, pieces())) break;
    expect(closed).toBe(true);
  });
});

describe('a line of text in pieces', () => {
  const half = '#'.padEnd(1 << 26, 'x');

  it('may have 128 MiB, and no character more', async () => {
    expect(await streamed([half, half, '\njob x\n'])).toEqual({ steps: [event('job', '1', 'x')] });
    expect((await streamed([half, half, 'x'])).message).toBe(
      'toy.txt:1:1: a line of more than 128 MiB; expected a shorter one',
    );
  });

  it('is counted apart from the lines before it', async () => {
    expect(await streamed([half, '\n', half, '\n', half, '\njob x\n'])).toEqual({ steps: [event('job', '1', 'x')] });
  });
});

describe('what is not UTF-8', () => {
  const bad = async (...chunks: (Uint8Array | string)[]) => (await streamed(chunks)).message;
  const at = (line: number, column: number) =>
    `toy.txt:${line}:${column}: bytes that are not UTF-8; expected text in UTF-8`;
  const joined = (...parts: (string | number[])[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : part)));

  it('is refused at its place', async () => expect(await bad(joined('job tune a=', [0xff], 'b\n'))).toBe(at(1, 12)));
  it('counts characters before it', async () => expect(await bad(joined('job x\n#ü😀', [0xc0, 0x80]))).toBe(at(2, 4)));
  it('is refused behind a replacement character', async () =>
    expect(await bad(joined('# \uFFFD', [0x80]))).toBe(at(1, 4)));
  it('is refused where it begins like one', async () =>
    expect(await bad(joined('# ', [0xef, 0xbf], '!\n'))).toBe(at(1, 3)));
  it('may be a surrogate', async () => expect(await bad(joined('#', [0xed, 0xa0, 0x80]))).toBe(at(1, 2)));
  it('may be the start of a character at the end', async () =>
    expect(await bad(joined('# ', [0xf0, 0x9f, 0x98]))).toBe(at(1, 3)));
  it('may be a character cut short by text', async () => expect(await bad(joined('# ', [0xc3]), 'x')).toBe(at(1, 3)));
  it('counts text before it', async () => expect(await bad('# a', joined('b', [0xff]))).toBe(at(1, 5)));
  it('lets the lines before it count', async () =>
    expect(await streamed([joined('job x\nwait 5\njob ', [0xff], '\njob y\n')])).toEqual({
      steps: [event('job', '1', 'x'), { wait: 5 }],
      message: at(3, 5),
    }));
  it('is another error than a malformed line before it', async () =>
    expect(await bad(joined('job\n', [0xff]))).toContain('toy.txt:1:4: the end of the line'));
});

describe('wherever it is cut, a stream gives the same', () => {
  const line = fc.constantFrom(
    ...[
      'job x',
      'job:2 tune a="größe 😀 \u{10ffff}" => 650',
      '',
      '# 😀',
      'wait 5m\r',
      'given ready',
      'job',
      'job tune ü="',
    ],
    ...['{"to":"job","type":"tune","a":"größe 😀"}', '{"wait":5}\r', '{"to":"job'],
  );
  const scenario = fc
    .tuple(fc.constantFrom('', '\uFEFF', '\n'), fc.array(line, { maxLength: 12 }), fc.constantFrom('', '\n'))
    .map(([start, lines, end]) => start + lines.join('\n') + end);
  const cuts = fc.array(fc.nat({ max: 400 }), { maxLength: 30 });
  const cut = <T extends { slice(start: number, end?: number): T; length: number }>(
    whole: T,
    places: number[],
  ): T[] => {
    const ends = [...places.filter((place) => place <= whole.length), whole.length].sort((a, b) => a - b);
    return ends.map((end, index) => whole.slice(ends[index - 1] ?? 0, end));
  };

  it('in bytes', () =>
    fc.assert(
      fc.asyncProperty(scenario, cuts, async (text, places) => {
        expect(await streamed(cut(bytes(text), places))).toEqual(lineByLine(text));
      }),
      { numRuns: 500 },
    ));
  it('in characters', () =>
    fc.assert(
      fc.asyncProperty(scenario, cuts, async (text, places) => {
        expect(await streamed(cut<string>(text, places))).toEqual(lineByLine(text));
      }),
      { numRuns: 500 },
    ));
});

function lineByLine(text: string): { steps: Step[]; message?: string } {
  const reader = new ScenarioReader(toy, 'toy.txt');
  const steps: Step[] = [];
  try {
    for (const each of text.split('\n')) steps.push(...reader.line(each));
  } catch (error) {
    if (error instanceof ScenarioError) return { steps, message: error.message };
    throw error;
  }
  return { steps };
}
