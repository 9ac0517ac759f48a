import type { Cell, Column, Matrix } from '../../../../matrix/matrix.ts';
import { DEFAULT_COLUMNS, type Paint } from '../../../io/terminal.ts';
import { table, wrap } from '../../../text/layout.ts';
import { cellText, commandText, groupsOf, LEGEND, statusWord, titleOf } from './words.ts';

/** The matrix for a person: a table a phase. */
export function matrixText(matrix: Matrix, paint: Paint, width = DEFAULT_COLUMNS): string {
  const { columns, rows, unreached } = matrix;
  const parts = groupsOf(matrix).map(({ entity, phase, columns: indices }) => {
    const head = indices.map((index) => statusWord((columns[index] as Column).status));
    const body = rows.map((row) => [commandText(row), ...indices.map((index) => cellText(row.cells[index] as Cell))]);
    const [titles = '', ...lines] = table([['', ...head], ...body], { indent: 2 });
    const whose = entity === matrix.entity ? '' : ` of the ${entity}`;
    return [`${paint('title', phase)}${whose}`, paint('faint', titles), ...lines.map((line) => tinted(line, paint))];
  });
  const never = unreached.length > 0 ? [wrap(`No situation has ${unreached.join(', ')}.`, width)] : [];
  const legend = LEGEND.flatMap((line) => wrap(line, width));
  return [[paint('title', titleOf(matrix)), ...legend], ...parts, ...never]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

const tinted = (line: string, paint: Paint): string => line.replace(/✓/g, () => paint('good', '✓'));
