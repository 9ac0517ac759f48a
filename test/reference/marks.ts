import { type Mark, markMeaning, type System } from '../../src/model/index.ts';

/** The meaning of the marks, each once. */
export const marksLine = ({ marks }: System, used: Iterable<Mark>): string =>
  [...new Set(used)].map((mark) => `**${mark}** ${markMeaning(marks, mark)}`).join('; ');

/** All marks of a system. */
export const marksOf = ({ marks }: System): Mark[] => Object.keys(marks) as Mark[];
