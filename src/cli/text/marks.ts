import type { Mark, System } from '../../model/index.ts';
import { wrap } from './layout.ts';

/** What each of the marks stands for, in the system's own words. */
export const marksText = (used: readonly Mark[], marks: System['marks'], width: number): string[] =>
  [...new Set(used)].flatMap((mark) => wrap(markText(mark, marks), width));

export const markText = (mark: Mark, marks: System['marks']): string =>
  marks[mark] ? `${mark}: ${marks[mark]}` : mark;
