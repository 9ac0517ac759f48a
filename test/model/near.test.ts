import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/model/near.ts';

describe('the word that was probably meant', () => {
  it.each([
    ['a letter is wrong', 'statr', ['stop', 'start'], 'start'],
    ['more than a third of the letters are wrong', 'sxaxt', ['begin', 'start'], undefined],
    ['two letters are swapped', 'tsop', ['start', 'stop'], 'stop'],
    ['it is in capitals', 'START', ['start'], 'start'],
    ['it is the beginning of one', 'mig', ['migrate', 'start'], 'migrate'],
    ['it is the beginning of two', 'mig', ['migrate', 'migration'], undefined],
    ['it is a beginning of two letters', 'mi', ['migrate', 'start'], undefined],
  ])('%s', (_, word, candidates, meant) => expect(nearest(word, candidates)).toBe(meant));

  it('is looked for up to a length of sixty letters', () => {
    const [sixty, longer] = [60, 61].map((length) => 'x'.repeat(length)) as [string, string];
    expect(nearest(sixty, [`${sixty}y`])).toBe(`${sixty}y`);
    expect(nearest(longer, [`${longer}y`])).toBeUndefined();
  });
});
