import type { Can, CanRow, OtherAnswer } from '../../answers/can.ts';
import { codeAndName } from '../../model/index.ts';
import type { PrintStyle } from '../io/terminal.ts';
import { paragraphs, section, table, wrap } from './layout.ts';

/**
 * What is possible: accepted commands, then refused ones with their reasons. `standIn` is the entity that the scenario
 * names, if it is not the one that was asked about.
 */
export function canText(
  title: string,
  { rows, scenario }: Can,
  { paint, width }: PrintStyle,
  standIn?: string,
): string {
  const as = standIn === undefined ? '' : `, for ${standIn},`;
  const rowsWith = (isAllowed: boolean): string[] =>
    table(rows.filter(({ allowed }) => allowed === isAllowed).flatMap(cellsOf), { indent: 2, width });
  return paragraphs([
    [paint('title', title)],
    ...(scenario ? [[`The plainest such situation${as} is that after:`, ...scenario]] : []),
    ...section('Accepted:', rowsWith(true)),
    ...section('Refused:', rowsWith(false)),
  ]);
}

function cellsOf({ command, otherwise, error, reason, mark }: CanRow): string[][] {
  const because = reason === undefined ? '' : `${reason} (${mark})`;
  return [
    [command, error ? codeAndName(error) : '', because],
    ...otherwise.map((other) => ['', `or ${other.error ? codeAndName(other.error) : 'accepted'}`, when(other)]),
  ];
}

const when = ({ when: condition, mark, unconfirmed }: OtherAnswer): string =>
  `if ${condition}${mark === undefined ? '' : ` (${mark})`}${unconfirmed ? ', unconfirmed' : ''}`;

/** The same in few lines: each answer with the commands that get it, acceptance first. */
export function canInShort({ rows, scenario }: Can, width: number): string[] {
  const groups = new Map<string, string[]>([['accepted', []]]);
  for (const { command, error, otherwise } of rows) {
    const answer = error ? codeAndName(error) : 'accepted';
    groups.set(answer, [...(groups.get(answer) ?? []), otherwise.length > 0 ? `${command}*` : command]);
  }
  const given = [...groups].filter(([, commands]) => commands.length > 0);
  return [
    ...(scenario ? ['The plainest such situation is that after:', ...scenario, ''] : []),
    ...table(
      given.map(([answer, commands]) => [answer, commands.join(', ')]),
      { indent: 2, width },
    ),
    ...(rows.some(({ otherwise }) => otherwise.length > 0)
      ? wrap('* may be answered otherwise in that status: see lifecycle can', width)
      : []),
  ];
}
