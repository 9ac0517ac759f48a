import { csvOf } from '../../../../diagram/export/csv.ts';
import type { Cell, Column, Matrix } from '../../../../matrix/matrix.ts';
import { dependence } from './words.ts';

/** The columns. There is a line for each cell of the matrix. */
const FIELDS = [
  'system',
  'entity',
  'command',
  'phase',
  'status',
  'status_code',
  'accepted',
  'code',
  'name',
  'reason',
  'always',
  'depends',
] as const;

/** The matrix for a spreadsheet. */
export function matrixCsv(matrix: Matrix): string {
  const { system, entity, codes, columns, rows } = matrix;
  const lines = rows.flatMap(({ command, cells }) =>
    cells.map((cell: Cell, index) => {
      const column = columns[index] as Column;
      const { accepted, code, reason, always } = cell;
      const name = code === null ? null : codes[String(code)];
      const status = [column.phase, column.status, column.code];
      const depends = always ? null : dependence(matrix, cell);
      return [system, entity, command, ...status, accepted, code, name, reason, always, depends];
    }),
  );
  return csvOf([FIELDS, ...lines]);
}
