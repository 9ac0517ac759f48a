import type { Cell, Column, CommandRow, Matrix } from '../../../../matrix/matrix.ts';
import { groupedBy } from '../../../../model/grouped.ts';
import { codeAndName } from '../../../../model/index.ts';
import { amount } from '../../../../scenario/wording.ts';

/** The columns of each phase, by their indices. */
export const groupsOf = ({ columns }: Matrix): ReadonlyMap<string, readonly number[]> =>
  groupedBy([...columns.keys()], (index) => (columns[index] as Column).phase);

export const statusWord = (status: string | null): string => status ?? 'not run';

/** What a cell shows: a tick or the code, and a star where it depends. */
export const cellText = ({ code, always }: Cell): string => `${code ?? '✓'}${always ? '' : '*'}`;

/** How a command is written in a scenario. */
export const commandText = ({ command, params }: CommandRow): string =>
  [command, ...Object.entries(params).map(([key, value]) => `${key}=${value}`)].join(' ');

/** A cell in sentences. */
export function cellWords(matrix: Matrix, row: CommandRow, column: Column, cell: Cell): string {
  const { code, reason, always } = cell;
  const where = `${row.command} where ${column.phase} is ${statusWord(column.status)}`;
  const said = `${where}: ${code === null ? `accepted. ${reason}` : `refused with ${answerWord(matrix, code)}. ${reason}`}`;
  return always ? `${said} Always so.` : `${said} It depends: ${dependence(matrix, cell)}.`;
}

/** The answers of a cell with their conditions. The first whose condition holds is given. */
export const dependence = (matrix: Matrix, { answers }: Pick<Cell, 'answers'>): string =>
  answers.map(({ code, when }) => `${answerWord(matrix, code)} ${whenWord(when)}`).join('; ');

export const whenWord = (when: string | null): string => (when === null ? 'otherwise' : `if ${when}`);

const answerWord = ({ codes }: Matrix, code: string | number | null): string =>
  code === null ? 'accepted' : codeAndName({ code, name: codes[String(code)] ?? String(code) });

/** What the marks mean. */
export const LEGEND = [
  'A cell is the answer in the plainest situation with that status, the one nearest to the usual opening: ✓ accepted, or the code of the refusal.',
  '* It depends: in other situations with that status the answer is another.',
] as const;

export const titleOf = ({ system, entity, situations }: Matrix): string =>
  `${system} ${entity}: what each command is answered, in ${amount(situations)} situations`;
