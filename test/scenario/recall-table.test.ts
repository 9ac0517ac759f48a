import { describe, expect, it, vi } from 'vitest';
import type { Step } from '../../src/model/index.ts';
import { Recall } from '../../src/scenario/recall.ts';
import { event } from './toy-reading.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** A memory of lines of text, each kept with the step that it means. */
class Remembered {
  readonly recall = new Recall('', ' ');

  keep(line: string, step: Step = stepOf(line)): this {
    this.recall.keep(bytes(line), step);
    return this;
  }

  /** A line is kept when it comes for the second time. */
  twice(...lines: string[]): this {
    for (const line of lines) this.keep(line).keep(line);
    return this;
  }

  knows(line: string): boolean {
    return this.recall.knows(bytes(line), 0);
  }
}

function stepOf(line: string): Step {
  if (line.startsWith('wait')) return { wait: line.length };
  const [, kind = '', id = '1', type = ''] = /^(\w+):?(\w+)? (.*)/s.exec(line) ?? [];
  return event(kind, id, type);
}

describe('a line is known', () => {
  it('when it was kept twice', () => {
    const memory = new Remembered().keep('job x');
    expect(memory.knows('job x')).toBe(false);
    expect(memory.keep('job x').knows('job x')).toBe(true);
  });

  it('of any length, wherever it stands in the input', () => {
    for (let length = 1; length <= 40; length += 1) {
      const lines = [
        `job ${'x'.repeat(length)}`,
        `${'j'.repeat(1 + (length % 30))}:7 xy`,
        `wait ${'5'.repeat(length)}`,
      ];
      const { recall } = new Remembered().twice(...lines);
      for (const line of lines) {
        for (const [before, after] of [
          ['', ''],
          ['', '\n'],
          ['', '\nlater'],
          ['#\n', '\n'],
          ['before\n', ''],
          ['before\n', '\nxyz\nxyz'],
        ] as const) {
          const isKnown = recall.knows(bytes(before + line + after), before.length);
          expect([line, isKnown, recall.end]).toEqual([line, true, before.length + line.length]);
          expect(recall.steps()).toEqual([stepOf(line)]);
        }
      }
    }
  });

  it('if its address and its event are known from other lines', () => {
    const memory = new Remembered().twice('job:1 x', 'job:2 y');
    expect(memory.knows('job:1 y')).toBe(true);
    expect(memory.recall.steps()).toEqual([event('job', '1', 'y')]);
    expect(memory.knows('job:2 x')).toBe(true);
    expect(memory.recall.steps()).toEqual([event('job', '2', 'x')]);
  });

  it('with its parameters and expectations', () => {
    const step: Step = { ...event('job', '2', 'x', { a: '1' }), expect: [{ text: '650', code: '650' }] };
    const memory = new Remembered().keep('job:2 x a=1 => 650', step).keep('job:2 x a=1 => 650', step);
    memory.knows('job:2 x a=1 => 650');
    expect(memory.recall.steps()).toEqual([step]);
  });

  it('without expectations if it has none', () => {
    const memory = new Remembered().twice('job x');
    memory.knows('job x');
    expect(memory.recall.steps().map(Object.keys)).toEqual([['kind', 'id', 'type', 'params']]);
  });

  it('among other known lines', () => {
    const { recall } = new Remembered().twice('job x', 'job yy', 'wait 5');
    const block = bytes('job yy\nwait 5\njob x\n');
    expect([0, 7, 14].map((start) => [recall.knows(block, start), recall.end, recall.steps()])).toEqual([
      [true, 6, expect.anything()],
      [true, 13, expect.anything()],
      [true, 19, expect.anything()],
    ]);
  });
});

it('the words of a piece of input are viewed once, however many lines it has', () => {
  const { recall } = new Remembered().twice('job x', 'job y');
  const block = bytes('job x\njob y\njob x\n');
  const viewed = vi.spyOn(globalThis, 'DataView');
  try {
    expect([0, 6, 12].map((start) => recall.knows(block, start))).toEqual([true, true, true]);
    // Once by the table of addresses, and once by that of the rests.
    expect(viewed).toHaveBeenCalledTimes(2);
  } finally {
    viewed.mockRestore();
  }
});

describe('a line is not known', () => {
  it('if it is longer or shorter than what was kept, or differs anywhere', () => {
    const line = 'job:7 abcdefghijk';
    const memory = new Remembered().twice(line);
    for (let at = 0; at < line.length; at += 1) {
      expect(memory.knows(`${line.slice(0, at)}_${line.slice(at + 1)}`)).toBe(false);
      expect(memory.knows(line.slice(0, at))).toBe(false);
    }
    expect(memory.knows(`${line}l`)).toBe(false);
    expect(memory.knows(line)).toBe(true);
  });

  it('with the event of another kind', () => {
    const memory = new Remembered().twice('job x', 'server y');
    expect([memory.knows('job y'), memory.knows('server x')]).toEqual([false, false]);
  });

  it('if its address is written in another way', () => {
    const quoted = new Remembered().keep('"job" x', event('job', '1', 'x')).keep('"job" x', event('job', '1', 'x'));
    expect(quoted.knows('"job" x')).toBe(false);
    const hub = new Remembered().keep('hub x', event('hub', 'main', 'x')).keep('hub x', event('hub', 'main', 'x'));
    expect([hub.knows('hub x'), hub.recall.steps()]).toEqual([true, [event('hub', 'main', 'x')]]);
  });

  it('if it is an address alone', () => expect(new Remembered().twice('job').knows('job')).toBe(false));

  it('if its address has more than 32 bytes', () => {
    const [longest, longer] = [28, 29].map((length) => `job:${'7'.repeat(length)} x`) as [string, string];
    const memory = new Remembered().twice(longest, longer);
    expect([memory.knows(longest), memory.knows(longer)]).toEqual([true, false]);
  });

  it('if the rest, or a wait, has more than 128 bytes', () => {
    for (const [start, room] of [
      ['job ', 127],
      ['wait ', 123],
    ] as const) {
      const [longest, longer] = [room, room + 1].map((length) => start + '5'.repeat(length)) as [string, string];
      const memory = new Remembered().twice(longest, longer);
      expect([memory.knows(longest), memory.knows(longer)]).toEqual([true, false]);
    }
  });

  it('if it does not begin like lines of its form', () => {
    const recall = new Recall('{"to":"', '"');
    const known = '{"to":"job:7","type":"x"}';
    const other = '{"id":"job:7","type":"x"}';
    for (const line of [known, known, other, other]) recall.keep(bytes(line), event('job', '7', 'x'));
    expect([recall.knows(bytes(known), 0), recall.steps()]).toEqual([true, [event('job', '7', 'x')]]);
    expect(recall.knows(bytes(other), 0)).toBe(false);
    for (let at = 0; at < '{"to":"'.length; at += 1) {
      expect(recall.knows(bytes(`${known.slice(0, at)}_${known.slice(at + 1)}`), 0)).toBe(false);
    }
    for (const line of ['{"wait":5}', '{"wait":5}']) recall.keep(bytes(line), { wait: 5 });
    expect([recall.knows(bytes('#\n{"wait":5}\n'), 2), recall.end, recall.steps()]).toEqual([true, 12, [{ wait: 5 }]]);
  });
});

describe('lines with the same hash', () => {
  // Found by solving for the second word.
  const [first, second, third] = ['job openbox', 'job dajH7ZM', 'job darY7KM'] as const;

  it('are kept two at a time; a third takes the place of the first', () => {
    const memory = new Remembered().twice(first);
    expect([first, second, third].map((line) => memory.knows(line))).toEqual([true, false, false]);
    memory.twice(second);
    expect([first, second, third].map((line) => memory.knows(line))).toEqual([true, true, false]);
    memory.twice(third);
    expect([first, second, third].map((line) => memory.knows(line))).toEqual([false, true, true]);
  });

  it('each have their own step', () => {
    const memory = new Remembered().twice(first, second);
    for (const line of [first, second, first]) {
      memory.knows(line);
      expect(memory.recall.steps()).toEqual([stepOf(line)]);
    }
  });

  it('are not pushed out by one that is known', () => {
    const memory = new Remembered().twice(first, second).twice(second, second);
    expect([memory.knows(first), memory.knows(second)]).toEqual([true, true]);
  });

  it('may be addresses', () => {
    const memory = new Remembered().twice('job:7abc x');
    expect(memory.knows('agd:bFYo x')).toBe(false);
    memory.twice('agd:bFYo x');
    for (const line of ['job:7abc x', 'agd:bFYo x']) {
      expect(memory.knows(line)).toBe(true);
      expect(memory.recall.steps()).toEqual([stepOf(line)]);
    }
  });

  it('may be of two kinds', () => {
    const kinds = Array.from({ length: 9 }, (_, number) => `k${number}`);
    const memory = new Remembered().twice(...kinds.map((kind) => `${kind} known`)).twice('k0 x', 'k0 xab');
    expect(['k0 x', 'k8 y', 'k0 xab', 'k8 yab'].map((line) => memory.knows(line))).toEqual([true, false, true, false]);
  });
});

describe('how much is remembered', () => {
  it('does not include a line if another took its mark before it came again', () => {
    const memory = new Remembered().keep('job open').keep('job e12875').keep('job open');
    expect(memory.knows('job open')).toBe(false);
    expect(memory.keep('job open').knows('job open')).toBe(true);
  });

  /** How many of the lines are known after all of them have come twice. */
  const known = (lines: readonly string[]): number => {
    const memory = new Remembered();
    for (const line of [...lines, ...lines]) memory.keep(line);
    return lines.filter((line) => memory.knows(line)).length;
  };
  const numbers = (count: number): number[] => [...Array(count).keys()];

  // These numbers depend on the hash: another hash would keep other lines.
  it('is most of a thousand addresses', () => expect(known(numbers(1000).map((id) => `job:${id} x`))).toBe(807));
  it('is some of five thousand addresses', () => expect(known(numbers(5000).map((id) => `job:${id} x`))).toBe(1401));
  it('is most of a thousand events', () => expect(known(numbers(1000).map((id) => `job event${id}`))).toBe(934));
  it('is some of twenty thousand events', () =>
    expect(known(numbers(20_000).map((id) => `job event${id}`))).toBe(5541));
  it('is most of two thousand waits', () => expect(known(numbers(2000).map((id) => `wait ${id}`))).toBe(1796));
});
