import { expect, test } from 'vitest';
import { answerTo, changesOf, missedBy } from './run.ts';

/** A fact, a scenario, and the answer to its last step: a code or an outcome. */
export type Fact = readonly [fact: string, text: string, answer: string];

export const answers = (facts: readonly Fact[]): void => {
  for (const [fact, text, answer] of facts) test(fact, () => expect(answerTo(text)).toBe(answer));
};

/** Each line ends in an expectation of where something stands. */
export const standings = (facts: readonly (readonly [fact: string, text: string])[]): void => {
  for (const [fact, text] of facts) {
    test(fact, () => {
      expect(text).toContain(' => ');
      expect(missedBy(text)).toEqual([]);
    });
  }
};

/** The changes that the last step lists, in any order. */
export const changes = (facts: readonly (readonly [fact: string, text: string, changes: string[]])[]): void => {
  for (const [fact, text, listed] of facts) test(fact, () => expect(changesOf(text)).toEqual(listed));
};
