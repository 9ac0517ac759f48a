import type { Can, CanRow, OtherAnswer } from '../../answers/can.ts';
import { DEFAULT_COLUMNS, type Paint } from '../io/terminal.ts';
import { table, wrap } from './layout.ts';
import { codeName } from './wording.ts';

/**
 * What is possible, for a person: first what is accepted, then what is refused and why. `standIn` is the entity of the
 * scenarios, if it is not the one that was asked about.
 */
export function canText(
  title: string,
  { rows, scenario }: Can,
  paint: Paint,
  width = DEFAULT_COLUMNS,
  standIn?: string,
): string {
  const as = standIn === undefined ? '' : `, for ${standIn},`;
  const parts = [
    [paint('title', title)],
    ...(scenario ? [[`The plainest such situation${as} is that after:`, ...scenario]] : []),
    ...part(
      'Accepted:',
      rows.filter(({ allowed }) => allowed),
      width,
    ),
    ...part(
      'Refused:',
      rows.filter(({ allowed }) => !allowed),
      width,
    ),
  ];
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function part(head: string, rows: readonly CanRow[], width: number): string[][] {
  if (rows.length === 0) return [];
  return [[head, ...table(rows.flatMap(linesOf), { indent: 2, width })]];
}

function linesOf({ command, otherwise, ...answer }: CanRow): string[][] {
  const first = [command, answer.error ? codeName(answer.error) : '', because(answer)];
  return [
    first,
    ...otherwise.map((other) => ['', `or ${other.error ? codeName(other.error) : 'accepted'}`, when(other)]),
  ];
}

const because = ({ reason, mark }: Pick<CanRow, 'reason' | 'mark'>): string =>
  reason === undefined ? '' : `${reason} (${mark})`;

const when = ({ when: condition, mark, unconfirmed }: OtherAnswer): string =>
  `if ${condition}${mark === undefined ? '' : ` (${mark})`}${unconfirmed ? ', unconfirmed' : ''}`;

/** The same in few lines: what is accepted, and each refusal with the commands that get it. */
export function canInShort({ rows, scenario }: Can, width: number): string[] {
  const groups = new Map<string, string[]>();
  for (const { command, allowed, error, otherwise } of rows) {
    const answer = allowed ? 'accepted' : error ? codeName(error) : 'refused';
    groups.set(answer, [...(groups.get(answer) ?? []), otherwise.length > 0 ? `${command}*` : command]);
  }
  const accepted = [...groups].filter(([answer]) => answer === 'accepted');
  const refused = [...groups].filter(([answer]) => answer !== 'accepted');
  return [
    ...(scenario ? ['The plainest such situation is that after:', ...scenario, ''] : []),
    ...table(
      [...accepted, ...refused].map(([answer, commands]) => [answer, commands.join(', ')]),
      { indent: 2, width },
    ),
    ...(rows.some(({ otherwise }) => otherwise.length > 0)
      ? wrap('* may be answered otherwise in that status: see lifecycle can', width)
      : []),
  ];
}
