import { type Mark, markMeaning, type System } from '../../src/model/index.ts';

/** What the marks stand for, each once, with the version of what was read or run. */
export const marksLine = ({ marks }: System, used: Iterable<Mark>): string =>
  [...new Set(used)].map((mark) => `**${mark}** ${markMeaning(marks, mark)}`).join('; ');

/** All that a system has. */
export const marksOf = ({ marks }: System): Mark[] => Object.keys(marks) as Mark[];
