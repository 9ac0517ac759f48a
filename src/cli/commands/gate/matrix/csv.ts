import type { Cell, Column, Matrix } from '../../../../matrix/matrix.ts';

/** The fields of a line, one a cell. */
const FIELDS = [
  'system',
  'entity',
  'command',
  'phase_entity',
  'phase',
  'status',
  'status_code',
  'accepted',
  'code',
  'name',
  'reason',
  'always',
  'situations',
  'so_answered',
] as const;

/** The matrix for a spreadsheet (RFC 4180): what is null is empty. */
export function matrixCsv(matrix: Matrix): string {
  const { system, entity, codes, columns, rows } = matrix;
  const lines = rows.flatMap(({ command, cells }) =>
    cells.map((cell: Cell, index) => {
      const column = columns[index] as Column;
      const { accepted, code, reason, always, answers } = cell;
      const so = answers.find((each) => each.code === code)?.situations ?? 0;
      const name = code === null ? null : codes[String(code)];
      const status = [column.entity, column.phase, column.status, column.code];
      return [system, entity, command, ...status, accepted, code, name, reason, always, column.situations, so];
    }),
  );
  return [FIELDS, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function field(value: unknown): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
