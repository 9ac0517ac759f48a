import { describe, expect, it } from 'vitest';
import { Complaint, unknown } from '../../src/scenario/complaint.ts';
import { ScenarioError, ScenarioReader } from '../../src/scenario/index.ts';
import { amount, choice, errorWords, harmless, oneLine, show } from '../../src/scenario/wording.ts';
import { fc } from '../random/fast-check.ts';
import { toy } from './toy.ts';
import { refusal, refuses } from './toy-reading.ts';

const KINDS = 'expected job, manager, hub, server or constructor';

describe('an error', () => {
  const error = new ScenarioError({ file: 'a.txt', line: 3, column: 7 }, '"cope"', 'copy or scan', 'copy');
  it('is one line', () => expect(error.message).toBe('a.txt:3:7: "cope"; expected copy or scan (did you mean copy?)'));
  it('has its parts', () =>
    expect(error).toMatchObject({ file: 'a.txt', line: 3, column: 7, found: '"cope"', expected: 'copy or scan' }));
  it('is not the last one, unless it was made as the last', () => {
    const place = { file: 'a.txt', line: 3, column: 7 };
    expect([error.isLast, new ScenarioError(place, 'x', 'y', undefined, true).isLast]).toEqual([false, true]);
  });
  it('may have no suggestion', () =>
    expect(new ScenarioError({ file: 'a.txt', line: 3, column: 7 }, '"x"', 'y').message).toBe(
      'a.txt:3:7: "x"; expected y',
    ));
  it('knows its place', () => expect(error.place()).toBe('a.txt:3:7'));
  it('is known by its name', () => expect(String(error)).toMatch(/^ScenarioError: a\.txt:3:7: /));
  it('calls input without a name -', () => expect(() => new ScenarioReader(toy).line('x')).toThrow(/^-:1:1: /));
});

describe('a message escapes and truncates the words that it shows', () => {
  refuses('\u001b[2Jjob x', `1:1: unknown entity "\\u{1b}[2Jjob"; ${KINDS}`);
  refuses('a\u0000\u007f\u009b x', `1:1: unknown entity "a\\u{0}\\u{7f}\\u{9b}"; ${KINDS}`);
  refuses('a\u202eb\u2066 x', `1:1: unknown entity "a\\u{202e}b\\u{2066}"; ${KINDS}`);
  refuses('job\u00a0x', `1:1: unknown entity "job\\u{a0}x"; ${KINDS}`);
  refuses('a\u2028\u2029\rb x', `1:1: unknown entity "a\\u{2028}\\u{2029}\\u{d}b"; ${KINDS}`);
  refuses('a\ud800 x', `1:1: unknown entity "a\\u{d800}"; ${KINDS}`);
  refuses('"a b" x', `1:1: unknown entity "a b"; ${KINDS}`);
  refuses('größe😀 x', `1:1: unknown entity "größe😀"; ${KINDS}`);
  refuses(`${'x'.repeat(61)} y`, `1:1: unknown entity "${'x'.repeat(60)}…"; ${KINDS}`);
  it('the name of the file too', () =>
    expect(() => new ScenarioReader(toy, 'a\n\u001bb').line('x')).toThrow(/^a\\u\{a\}\\u\{1b\}b:1:1: /));
});

describe('a message lists what was expected', () => {
  const words = Array.from({ length: 17 }, (_, i) => `word${i}`);
  it('if it is one word', () => expect(choice(['a'], 'words')).toBe('a'));
  it('if it is a few words', () => expect(choice(['a', 'b', 'c'], 'words')).toBe('a, b or c'));
  it('but not if there are many', () => expect(choice(words, 'words')).toBe('one of 17 words'));
});

describe('a complaint', () => {
  it('has a message, and what to do next', () =>
    expect(new Complaint('a b', 'c d')).toMatchObject({ name: 'Complaint', message: 'a b', next: 'c d' }));
  it('may leave open what to do next', () => expect(new Complaint('a b').next).toBeUndefined());
  it('is on one line, whatever it shows', () =>
    expect(new Complaint('a\nb', 'c\u001bd')).toMatchObject({ message: 'a\\u{a}b', next: 'c\\u{1b}d' }));
  it('names an unknown word and the known one that is near', () =>
    expect(unknown('verb', 'simulat', ['can', 'simulate'], 'see --help')).toMatchObject({
      message: 'unknown verb "simulat" (did you mean simulate?)',
      next: 'see --help',
    }));
  it('names an unknown word that nothing is near to', () =>
    expect(unknown('verb', 'xyz', ['can', 'simulate']).message).toBe('unknown verb "xyz"'));
});

describe('words in messages', () => {
  it('are shown up to sixty characters', () =>
    expect([show('x'.repeat(60)), show('x'.repeat(61))]).toEqual([`"${'x'.repeat(60)}"`, `"${'x'.repeat(60)}…"`]));
  it('make a line of up to a thousand characters', () =>
    expect([oneLine('x'.repeat(1000)), oneLine('x'.repeat(1001))]).toEqual(['x'.repeat(1000), `${'x'.repeat(1000)}…`]));
  it('are listed up to sixteen', () => {
    const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`);
    expect([choice(words(16), 'words'), choice(words(17), 'words')]).toEqual([
      'w0, w1, w2, w3, w4, w5, w6, w7, w8, w9, w10, w11, w12, w13, w14 or w15',
      'one of 17 words',
    ]);
  });
  it('cannot do anything to a terminal', () => expect(harmless('a b\t\u{e0001}ü')).toBe('a b\\u{9}\\u{e0001}ü'));
  it('may be amounts', () => expect([0, 999, 1000, '1234567'].map(amount)).toEqual(['0', '999', '1,000', '1,234,567']));
});

describe('the words of what was thrown', () => {
  class Unspeakable extends Error {
    override get message(): string {
      throw new Error('no');
    }
  }
  const silent = {
    toString(): string {
      throw new Error('no');
    },
  };
  it.each([
    ['an error', new RangeError('too far'), { name: 'RangeError', message: 'too far' }],
    ['an error of several lines', new Error('first\nsecond\nthird'), { name: 'Error', message: 'first' }],
    ['a text', 'no', { name: 'it throws', message: '"no"' }],
    ['nothing', undefined, { name: 'it throws', message: '"undefined"' }],
    ['an error that cannot be read', new Unspeakable(), { name: 'it throws', message: 'what cannot be put in words' }],
    ['what is no text', silent, { name: 'it throws', message: 'what cannot be put in words' }],
  ])('%s', (_, thrown, words) => expect(errorWords(thrown)).toEqual(words));
});

describe('any input is read, or refused in one printable line', () => {
  const words = [
    'job',
    'wait',
    'given',
    'ready',
    '=>',
    '=',
    '"',
    '\\',
    '#',
    ' ',
    ':',
    '.',
    '\n',
    '\r',
    '{',
    '}',
    '[',
    ']',
  ];
  const json = ['"to"', '"job"', '"type"', '"wait"', '"expect"', '5', ',', 'true', '1e9', '\\u0061'];
  const anything = fc.string({ unit: fc.integer({ max: 0xffff }).map((code) => String.fromCharCode(code)) });
  const pieces = (known: string[]) =>
    fc.array(fc.oneof(fc.constantFrom(...known), anything)).map((list) => list.join(''));
  const harmless = (text: string): void => {
    const message = refusal(text);
    if (message.startsWith('read as')) return;
    expect(message).toMatch(/^toy\.txt:\d+:\d+: .+; expected .+$/su);
    expect(message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(message.length).toBeLessThan(300);
  };

  it('of text', () => fc.assert(fc.property(pieces(words), harmless), { numRuns: 2000 }));
  it('behind an event', () =>
    fc.assert(
      fc.property(pieces([...words, 'a=', 'SCAN:', 'job.']), (text) => harmless(`job x ${text}`)),
      { numRuns: 2000 },
    ));
  it('of NDJSON', () =>
    fc.assert(
      fc.property(pieces([...words, ...json]), (text) => harmless(`{${text}`)),
      { numRuns: 2000 },
    ));
});
