import { describe, expect, it } from 'vitest';
import { saysForm, secondsOf } from '../../src/model/event.ts';

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
