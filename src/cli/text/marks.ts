import { type Mark, type Marks, markMeaning } from '../../model/index.ts';
import { wrap } from './layout.ts';

/** The meanings of the marks. */
export const marksText = (used: readonly Mark[], marks: Marks, width: number): string[] =>
  [...new Set(used)].flatMap((mark) => wrap(markText(mark, marks), width));

export function markText(mark: Mark, marks: Marks): string {
  const meaning = markMeaning(marks, mark);
  return meaning === undefined ? mark : `${mark}: ${meaning}`;
}
