import { describe, expect, it } from 'vitest';
import { Recent } from '../../src/scenario/recent.ts';

/** Enough words to replace both generations. */
const MANY = 4001;

describe('a cache of recent words', () => {
  it('keeps what is asked for again and again, however many others pass', () => {
    const recent = new Recent<{ readonly word: string }>();
    recent.set('often', { word: 'often' });
    for (let passed = 0; passed < 3 * MANY; passed += 1) {
      recent.set(`${passed}`, { word: `${passed}` });
      if (passed % 1500 === 0) expect(recent.get('often')).toEqual({ word: 'often' });
    }
    expect(recent.get('often')).toEqual({ word: 'often' });
  });

  it('drops what is not asked for while many others pass', () => {
    const recent = new Recent<{ readonly word: string }>();
    recent.set('once', { word: 'once' });
    for (let passed = 0; passed < MANY; passed += 1) recent.set(`${passed}`, { word: `${passed}` });
    expect(recent.get('once')).toBeUndefined();
    expect(recent.get('0')).toBeUndefined();
    expect(recent.get('4000')).toEqual({ word: '4000' });
  });

  it('does not keep a word of more than 200 characters', () => {
    const recent = new Recent<object>();
    const [longest, longer] = ['x'.repeat(200), 'x'.repeat(201)];
    for (const word of [longest, longer]) recent.set(word, { word });
    expect([recent.get(longest), recent.get(longer)]).toEqual([{ word: longest }, undefined]);
  });
});
