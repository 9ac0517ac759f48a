import { describe, expect, it, vi } from 'vitest';
import { type Form, fits, paramsFit, plainDigits, saysForm, secondsOf, wholeOf } from '../../src/model/event.ts';

describe('a duration', () => {
  it.each([
    ['90', 90],
    ['5m', 300],
    ['1h30m', 5400],
    ['5min', 300],
    ['1 h 30 min', 5400],
    ['1d', 86_400],
  ])('%s is so many seconds', (text, seconds) => expect(secondsOf(text)).toBe(seconds));

  it.each([
    [86_400, ['d', 'day', 'days']],
    [3_600, ['h', 'hr', 'hrs', 'hour', 'hours']],
    [60, ['m', 'min', 'mins', 'minute', 'minutes']],
    [1, ['s', 'sec', 'secs', 'second', 'seconds']],
  ])('of %i seconds has a unit, as people write it', (seconds, words) => {
    for (const word of words) expect([secondsOf(`1${word}`), secondsOf(`2 ${word}`)]).toEqual([seconds, 2 * seconds]);
  });

  it.each(['', 'm', '5x', '30m1h', '5m5m', '5 5', '1h5', '-5m', '1.5h'])('is not %j', (text) =>
    expect(secondsOf(text)).toBeUndefined(),
  );
});

describe('a whole number', () => {
  it.each([
    ['0', 0],
    ['007', 7],
    ['-1', undefined],
    ['1.5', undefined],
    ['abc', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j', (text, number) => expect(wholeOf(text)).toBe(number));

  it.each([
    ['007', '7'],
    ['000', '0'],
    ['700', '700'],
  ])('%s has the digits %s', (text, digits) => expect(plainDigits(text)).toBe(digits));
});

describe('a form takes values', () => {
  it.each<[Form, string[], string[]]>([
    [{ one: ['fast', 'slow'] }, ['fast', 'slow'], ['Fast', '']],
    [{ whole: {} }, ['0', '007', '9'.repeat(30)], ['-1', '1.5', 'x', '']],
    [{ whole: { min: 2, max: 4 } }, ['2', '4'], ['1', '5']],
    [{ whole: { digits: 3 } }, ['0', '999', '007'], ['1000', '0007']],
    [{ span: {} }, ['0', '5m'], ['5x', '']],
    [{ span: { min: 60 } }, ['60', '1m'], ['59', '0']],
    [{ id: true }, ['a.b-c_D9'], ['a b', '']],
    [{ text: true }, ['a b', ''], []],
    [{ text: true, filled: true }, ['a b'], ['']],
    [{ matching: '^v\\d$', called: 'a version' }, ['v1'], ['v', 'v11']],
  ])('%j', (form, good, bad) => {
    expect(good.filter((value) => !fits(form, value))).toEqual([]);
    expect(bad.filter((value) => fits(form, value))).toEqual([]);
  });

  it('with a pattern that is compiled once', () => {
    const compiled = vi.spyOn(globalThis, 'RegExp');
    const form = { matching: '^compiled once$', called: 'a text' };
    try {
      expect([fits(form, 'compiled once'), fits(form, 'twice')]).toEqual([true, false]);
      expect(compiled).toHaveBeenCalledTimes(1);
    } finally {
      compiled.mockRestore();
    }
  });
});

describe('the parameters of an event fit', () => {
  const params = { mode: { is: { one: ['fast', 'slow'] }, required: true }, size: { is: { whole: {} } } } as const;
  const all = (given: { [key: string]: string }) => paramsFit({ params }, given);
  it('if those that are required are given', () => expect(all({ mode: 'fast' })).toBe(true));
  it('if each fits', () => expect(all({ mode: 'fast', size: '3' })).toBe(true));
  it('not if one does not', () =>
    expect([all({ mode: 'fast', size: 'x' }), all({ mode: 'x', size: '3' })]).toEqual([false, false]));
  it('not if one is unknown', () => expect(all({ mode: 'fast', colour: 'red' })).toBe(false));
  it('not under a name that every object inherits', () => expect(all({ mode: 'fast', toString: '3' })).toBe(false));
  it('not if one that is required is missing', () => expect([all({ size: '3' }), all({})]).toEqual([false, false]));
  it('without any, if it takes none', () =>
    expect([paramsFit({}, {}), paramsFit({}, { size: '3' })]).toEqual([true, false]));
});

describe('a form in words', () => {
  it.each([
    [{ whole: {} }, 'a whole number'],
    [{ whole: { min: 1 } }, 'a whole number, at least 1'],
    [{ whole: { max: 20 } }, 'a whole number from 0 to 20'],
    [{ whole: { min: 1, max: 20 } }, 'a whole number from 1 to 20'],
    [{ whole: { digits: 15 } }, 'a whole number of up to 15 digits'],
    [{ one: ['a', 'b', 'c'] }, 'a, b or c'],
    [{ one: Array.from({ length: 12 }, (_, at) => `${at}`) }, '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 or 11'],
    [{ one: Array.from({ length: 13 }, (_, at) => `${at}`) }, 'one of 13 codes'],
    [{ span: {} }, 'a duration such as 90, 5m, 2h or 1d'],
    [{ span: { min: 60 } }, 'a duration such as 90, 5m, 2h or 1d, at least 60 s'],
    [{ id: true }, 'an id (letters, digits, _, -, .)'],
    [{ text: true }, 'a text'],
    [{ text: true, filled: true }, 'a text that is not empty'],
  ] as const)('%j', (form, says) => expect(saysForm(form as Parameters<typeof saysForm>[0])).toBe(says));
});
