import type { Cell, Column, Matrix } from '../../../../matrix/matrix.ts';
import type { Paint, PrintStyle } from '../../../io/terminal.ts';
import { paragraphs, table, wrap } from '../../../text/layout.ts';
import { cellText, commandText, groupsOf, LEGEND, statusWord, titleOf, whenWord } from './words.ts';

/** The matrix for a person: a table for each phase. */
export function matrixText(matrix: Matrix, { paint, width }: PrintStyle): string {
  const { columns, rows, unreached, notCovered } = matrix;
  const parts = [...groupsOf(matrix)].map(([phase, indices]) => {
    const head = indices.map((index) => statusWord((columns[index] as Column).status));
    const body = rows.map((row) => [commandText(row), ...indices.map((index) => cellText(row.cells[index] as Cell))]);
    const [titles = '', ...lines] = table([['', ...head], ...body], { indent: 2 });
    return [paint('title', phase), paint('faint', titles), ...lines.map((line) => tinted(line, paint))];
  });
  const depends = rows.flatMap(({ command, depends: answers }) => {
    if (answers.length === 0) return [];
    const lines = table(
      answers.map(({ code, when }) => [String(code ?? '✓'), whenWord(when)]),
      { indent: 2 },
    );
    return [[paint('title', command), ...lines.map((line) => tinted(line, paint))]];
  });
  const first =
    depends.length > 0
      ? [wrap('A cell with a star is answered by the first of these of its command that holds:', width)]
      : [];
  const never = unreached.length > 0 ? [wrap(`No situation has ${unreached.join(', ')}.`, width)] : [];
  const left = notCovered.flatMap((line) => wrap(line, width));
  const legend = LEGEND.flatMap((line) => wrap(line, width));
  const head = [paint('title', titleOf(matrix)), ...legend];
  return paragraphs([head, ...parts, ...first, ...depends, ...never, left]);
}

const tinted = (line: string, paint: Paint): string => line.replace(/✓/g, () => paint('good', '✓'));
