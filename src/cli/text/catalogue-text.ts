import type { CodeRow, Outline } from '../../model/index.ts';
import type { Paint } from '../io/terminal.ts';
import { cut, table } from './layout.ts';
import { marksText } from './marks.ts';
import { amountOf } from './wording.ts';

/** The catalogue of a system for a person: a line for each row, by category. */
export function catalogueText(
  { title, name, codes, marks }: Omit<Outline, 'entities'>,
  paint: Paint,
  width = Number.POSITIVE_INFINITY,
): string {
  const heading = (text: string): string => paint('title', cut(text, width));
  const categories = new Map(codes.map(({ category }) => [category, [heading(category)]]));
  table(codes.map((row) => columnsOf(row, width))).forEach((line, index) => {
    categories.get(codes[index]?.category ?? '')?.push(cut(line, width));
  });
  const parts = [...categories.values()].flatMap((lines) => [...lines, '']);
  const used = codes.map(({ mark }) => mark);
  return [
    heading(`${title} (${name}), ${amountOf(codes.length, 'code')}`),
    '',
    ...parts,
    ...marksText(used, marks, width),
    '',
  ].join('\n');
}

/** A name gets at most a third of the line. */
function columnsOf({ code, name, kind, mark, meaning, also = [] }: CodeRow, width: number): string[] {
  const aliases = also.length === 0 ? '' : ` Also: ${also.map((alias) => alias.name).join(', ')}.`;
  return [String(code), cut(name, Math.floor(width / 3)), kind, mark, `${meaning}${aliases}`];
}
