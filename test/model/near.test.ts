import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/model/near.ts';

describe('the word that was probably meant', () => {
  it.each([
    ['a letter is wrong', 'statr', ['stop', 'start'], 'start'],
    ['more than a third of the letters are wrong', 'sxaxt', ['begin', 'start'], undefined],
    ['two of five letters are wrong', 'stxrx', ['start'], undefined],
    ['two of six letters are wrong', 'pauxxd', ['paused'], 'paused'],
    ['three of eight letters are wrong', 'paxxxing', ['pausing'], undefined],
    ['one of two letters is wrong', 'ab', ['ac'], 'ac'],
    ['the only letter is wrong', 'a', ['b'], undefined],
    ['one is nearer than those around it', 'stopd', ['stops', 'stopxd', 'stopd'], 'stopd'],
    ['one is nearer than the next', 'migrates', ['migrate', 'migrat'], 'migrate'],
    ['two are as near', 'stopd', ['stops', 'stopp'], 'stops'],
    ['two letters are swapped', 'tsop', ['start', 'stop'], 'stop'],
    ['it is in capitals', 'START', ['start'], 'start'],
    ['it is the beginning of one', 'mig', ['migrate', 'start'], 'migrate'],
    ['it is the beginning of two', 'mig', ['migrate', 'migration'], undefined],
    ['it is a beginning of two letters', 'mi', ['migrate', 'start'], undefined],
  ])('%s', (_, word, candidates, meant) => expect(nearest(word, candidates)).toBe(meant));

  it('is looked for in words of up to sixty letters', () => {
    const [sixty, longer] = [60, 61].map((length) => 'x'.repeat(length)) as [string, string];
    expect(nearest(sixty, [`${sixty}y`])).toBe(`${sixty}y`);
    expect(nearest(longer, [`${longer}y`])).toBeUndefined();
  });
});
