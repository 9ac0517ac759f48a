import type { Cell, Column, CommandRow, Matrix } from '../../../../matrix/matrix.ts';
import { amount } from '../../../../scenario/wording.ts';
import { codeName } from '../../../text/wording.ts';

/** The columns of one phase. */
export interface Group {
  readonly entity: string;
  readonly phase: string;
  /** Indices of columns. */
  readonly columns: readonly number[];
}

export function groupsOf({ columns }: Matrix): Group[] {
  const groups: { entity: string; phase: string; columns: number[] }[] = [];
  columns.forEach(({ entity, phase }, index) => {
    const last = groups.at(-1);
    if (last?.entity === entity && last.phase === phase) last.columns.push(index);
    else groups.push({ entity, phase, columns: [index] });
  });
  return groups;
}

export const statusWord = (status: string | null): string => status ?? 'not run';

/** What a cell shows: a tick or the code, and a star where it depends. */
export const cellText = ({ code, always }: Cell): string => `${code ?? '✓'}${always ? '' : '*'}`;

/** How a command is written in a scenario. */
export const commandText = ({ command, params }: CommandRow): string =>
  [command, ...Object.entries(params).map(([key, value]) => `${key}=${value}`)].join(' ');

/** All that is known of a cell, in sentences. */
export function cellWords(
  { codes }: Matrix,
  row: CommandRow,
  column: Column,
  { code, reason, always, answers }: Cell,
): string {
  const answer = (each: string | number | null): string =>
    each === null ? 'accepted' : codeName({ code: each, name: codes[String(each)] ?? String(each) });
  const where = `${row.command} where ${column.phase} is ${statusWord(column.status)}`;
  const said = `${where}: ${code === null ? `accepted. ${reason}` : `refused with ${answer(code)}. ${reason}`}`;
  if (always) return `${said} So in all ${amount(column.situations)} situations.`;
  const shown = answers.slice(0, MOST).map((each) => `${answer(each.code)} in ${amount(each.situations)}`);
  const more = answers.length > MOST ? `, ${answers.length - MOST} more` : '';
  return `${said} It depends: of ${amount(column.situations)} situations ${shown.join(', ')}${more}.`;
}

/** More answers than this are not listed. */
const MOST = 4;

/** What the marks mean. */
export const LEGEND = [
  'A cell is the answer in the plainest situation with that status, the one nearest to the usual opening: ✓ accepted, or the code of the refusal.',
  '* It depends: in other situations with that status the answer is another.',
] as const;

export const titleOf = ({ system, entity, with: others, situations }: Matrix): string =>
  `${system} ${[entity, ...others].join(' with its ')}: what each command is answered, in ${amount(situations)} situations`;
