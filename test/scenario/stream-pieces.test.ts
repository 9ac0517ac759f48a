import { describe, expect, it } from 'vitest';
import { Bytes, decoded, validStart } from '../../src/scenario/bytes.ts';
import { ScenarioError } from '../../src/scenario/index.ts';
import { Lines } from '../../src/scenario/line-splitter.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...bytes(part)] : part)));

describe('a buffer of bytes', () => {
  const counted = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => at % 251);
  /** How many bytes there is room for after pieces of these lengths were added. */
  const room = (...lengths: number[]): number => {
    const buffer = new Bytes();
    for (const length of lengths) buffer.add(counted(length));
    return buffer.take().buffer.byteLength;
  };

  it('has what was added, in its order', () => {
    const buffer = new Bytes();
    for (const length of [3, 4096, 0, 9000]) buffer.add(counted(length));
    expect(buffer.length).toBe(3 + 4096 + 9000);
    expect([...buffer.take()]).toEqual([3, 4096, 9000].flatMap((length) => [...counted(length)]));
  });

  it('is empty again when its bytes are taken', () => {
    const buffer = new Bytes();
    buffer.add(counted(3));
    buffer.take();
    expect([buffer.length, buffer.take().length]).toEqual([0, 0]);
    buffer.add(counted(2));
    expect([...buffer.take()]).toEqual([0, 1]);
  });

  it.each([
    [[1], 4096],
    [[4096], 4096],
    [[4096, 1], 8192],
    [[4096, 4096], 8192],
    [[4096, 4096, 1], 16_384],
    [[10_000], 10_000],
    [[10_000, 1], 20_000],
  ])('into which %j bytes were put has room for %i', (lengths, size) => expect(room(...lengths)).toBe(size));

  it('keeps its room up to a mebibyte, and no more', () => {
    const buffer = new Bytes();
    const roomAfter = (length: number): number => {
      buffer.add(new Uint8Array(length));
      buffer.take();
      return buffer.take().buffer.byteLength;
    };
    expect([roomAfter(1 << 20), roomAfter((1 << 20) + 1)]).toEqual([1 << 20, 4096]);
  });
});

describe('bytes as text', () => {
  it('are UTF-8', () => expect(decoded(bytes('größe 😀'))).toBe('größe 😀'));
  it('keep a byte order mark', () => expect(decoded(bytes('\uFEFFa'))).toBe('\uFEFFa'));
  it('are none if they are not UTF-8', () => expect(decoded(joined('a', [0xff]))).toBeUndefined());
  it.each([
    ['a', [0xff], 'b'],
    ['\uFEFFa', [0xc0, 0x80], ''],
    ['', [0x80], ''],
    ['# \uFFFD', [0x80], 'x'],
    ['😀', [0xf0, 0x9f, 0x98], ''],
    ['ü', [0xef, 0xbf], '!'],
  ])('are valid up to a place: %j %j %j', (before, wrong, after) =>
    expect(validStart(joined(before, wrong, after))).toBe(before),
  );
});

/** The lines that pieces give, as they arrive and at the end. */
function linesOf(...pieces: (string | Uint8Array)[]): string[] {
  const lines = new Lines('toy.txt');
  const found: string[] = [];
  const drain = (): void => {
    for (let line = lines.next(); line !== undefined; line = lines.next()) found.push(line);
  };
  for (const piece of pieces) {
    lines.push(piece);
    drain();
  }
  lines.end();
  drain();
  return found;
}

/** The pieces as they are, and as bytes. */
const bothWays = (pieces: string[]): (string | Uint8Array)[][] => [pieces, pieces.map(bytes)];

describe('the lines of pieces', () => {
  it.each([
    [[''], []],
    [['a'], ['a']],
    [['a\n'], ['a']],
    [['\n'], ['']],
    [['\n\n'], ['', '']],
    [['a\nb'], ['a', 'b']],
    [
      ['a\n', 'b\n'],
      ['a', 'b'],
    ],
    [['a', 'b', 'c\n'], ['abc']],
    [
      ['a\nb', '\n', 'c'],
      ['a', 'b', 'c'],
    ],
    [
      ['a\nb', '', 'c\nd\ne'],
      ['a', 'bc', 'd', 'e'],
    ],
    [['a', '\n'], ['a']],
    [
      ['ab', 'cd\nef\n', 'g'],
      ['abcd', 'ef', 'g'],
    ],
  ])('%j', (pieces, lines) => {
    for (const each of bothWays(pieces)) expect(linesOf(...each)).toEqual(lines);
  });

  it('of text and of bytes are joined', () => {
    expect(linesOf('a', bytes('b\nc'), 'd\ne', bytes('f'))).toEqual(['ab', 'cd', 'ef']);
    expect(linesOf(bytes('a\nb'), 'c', bytes('\nd\n'), 'e\n')).toEqual(['a', 'bc', 'd', 'e']);
  });

  it('may be cut within a character', () => {
    const [first, ...others] = bytes('ü\n');
    expect(linesOf(Uint8Array.of(first as number), Uint8Array.from(others))).toEqual(['ü']);
  });

  it('come as soon as they are complete', () => {
    const lines = new Lines('toy.txt');
    lines.push('a\nb');
    expect([lines.next(), lines.next(), lines.next()]).toEqual(['a', undefined, undefined]);
    lines.push(bytes('c\nd'));
    expect([lines.next(), lines.next()]).toEqual(['bc', undefined]);
  });

  it('are none after the end', () => {
    const lines = new Lines('toy.txt');
    lines.push('a');
    lines.end();
    expect([lines.next(), lines.next(), lines.next()]).toEqual(['a', undefined, undefined]);
  });
});

describe('the bytes of the line taken last', () => {
  const text = (line: Uint8Array | undefined) => line && new TextDecoder().decode(line);

  it('are those of its piece, and no copy', () => {
    const lines = new Lines('toy.txt');
    const piece = bytes('a\nbc\n');
    lines.push(piece);
    for (const line of ['a', 'bc']) {
      expect(lines.next()).toBe(line);
      expect(text(lines.lastBytes())).toBe(line);
      expect(lines.lastBytes()?.buffer).toBe(piece.buffer);
    }
  });

  it('are known if its bytes came in two pieces', () => {
    const lines = new Lines('toy.txt');
    lines.push(bytes('a'));
    lines.next();
    lines.push(bytes('b\n'));
    expect([lines.next(), text(lines.lastBytes())]).toEqual(['ab', 'ab']);
  });

  it('are unknown if it began as text, or is text', () => {
    const lines = new Lines('toy.txt');
    lines.push('a');
    lines.next();
    lines.push(bytes('b\nc\n'));
    expect([lines.next(), lines.lastBytes()]).toEqual(['ab', undefined]);
    expect([lines.next(), text(lines.lastBytes())]).toEqual(['c', 'c']);
    lines.push('d\n');
    expect([lines.next(), lines.lastBytes()]).toEqual(['d', undefined]);
  });
});

describe('a line that a memory recognizes', () => {
  /** Recognizes a line by its text. */
  const memory = (known: string) => {
    const found = {
      end: 0,
      knows(block: Uint8Array, start: number): boolean {
        found.end = block.indexOf(10, start);
        return new TextDecoder().decode(block.subarray(start, found.end)) === known;
      },
    };
    return found;
  };

  it('is taken, and the next one is what follows', () => {
    const lines = new Lines('toy.txt');
    lines.push(bytes('a\na\nb\n'));
    expect([lines.recalled(memory('a')), lines.recalled(memory('a')), lines.recalled(memory('a'))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(lines.next()).toBe('b');
  });

  it('may begin in the piece before', () => {
    const lines = new Lines('toy.txt');
    lines.push(bytes('x\nab'));
    expect([lines.next(), lines.next()]).toEqual(['x', undefined]);
    lines.push(bytes('c\nabc\n'));
    expect([lines.recalled(memory('abc')), lines.recalled(memory('abc')), lines.recalled(memory('abc'))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is none if text came before, or if nothing is complete', () => {
    const lines = new Lines('toy.txt');
    expect(lines.recalled(memory(''))).toBe(false);
    lines.push('a');
    lines.next();
    lines.push(bytes('b\n'));
    expect([lines.recalled(memory('b')), lines.next()]).toEqual([false, 'ab']);
  });

  it('counts as a line', () => {
    const lines = new Lines('toy.txt');
    lines.push(joined('a\na\n', [0xff], '\n'));
    expect([lines.recalled(memory('a')), lines.next()]).toEqual([true, 'a']);
    expect(() => lines.next()).toThrow('toy.txt:3:1: bytes that are not UTF-8; expected text in UTF-8');
  });
});

describe('input that cannot be read any further', () => {
  const refusal = (...pieces: (string | Uint8Array)[]): unknown => {
    try {
      return linesOf(...pieces);
    } catch (error) {
      return error instanceof ScenarioError ? [error.line, error.column, error.isLast] : error;
    }
  };

  it('is not UTF-8, from its first wrong byte', () => {
    expect(refusal(joined('a\nbü', [0xff]))).toEqual([2, 3, true]);
    expect(refusal('ab', joined('c', [0xff], '\n'))).toEqual([1, 4, true]);
    expect(refusal(joined('a', [0xc3]), 'b')).toEqual([1, 2, true]);
  });

  it('has a line of more than 128 MiB', () => {
    const lines = new Lines('toy.txt');
    lines.push('x\na');
    expect([lines.next(), lines.next()]).toEqual(['x', undefined]);
    lines.push(new Uint8Array((1 << 27) - 1));
    expect(lines.next()).toBeUndefined();
    lines.push(bytes('a'));
    expect(() => lines.next()).toThrow('toy.txt:2:1: a line of more than 128 MiB; expected a shorter one');
  });
});
