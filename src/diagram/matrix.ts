import { type Code, codeAndName, groupedBy, statusTitle } from '../model/index.ts';
import type { Cell, Matrix } from '../model/matrix.ts';
import type { Table, TableCell, TableGroup } from './table.ts';

/** The matrix as a table: a group for each phase, a column for each status, a row for each command. */
export function matrixTable({ system, entity, situations, codes, columns, rows, unreached }: Matrix): Table {
  const byPhase = groupedBy([...columns.entries()], ([, column]) => column.phase);
  const groups = [...byPhase].map(([phase, list]): TableGroup => {
    const never = unreached.flatMap((name) => statusIn(name, phase));
    return {
      id: `${entity}.${phase}`,
      title: phase,
      columns: [
        ...list.map(([, { status, code }]) => ({
          id: String(status),
          title: `${statusTitle(status)}${code === null ? '' : ` ${code}`}`,
        })),
        ...never.map((status) => ({ id: status, title: `${status}: never reached` })),
      ],
      cells: rows.map(({ cells }) => [
        ...list.map(([place]) => cellOf(cells[place] as Cell, codes)),
        ...never.map((): TableCell => ({ text: '–', look: 'yes', soft: true })),
      ]),
    };
  });
  return {
    id: `${entity}.gating`,
    title: `${entity} gating`,
    caption: system,
    description: `How each command of ${entity} is answered in each status, over ${situations} situations.`,
    groups,
    rows: rows.map(({ command, says }) => ({ id: command, title: command, tip: `${command} ${says}` })),
    conditions: conditionsIn(rows.flatMap(({ cells }) => cells)),
    notes: [
      '✓ accepted; a number or a name: refused with that code, in the plainest situation with that status.',
      'Pale, with *: other situations with that status are answered otherwise, with a code that the cell names where it is pointed at; on what each depends stands above. –: no situation with that status is reached.',
    ],
  };
}

/** The conditions of the answers of pale cells, without duplicates, sorted by code. */
function conditionsIn(cells: readonly Cell[]): string[] {
  const pale = cells.filter(({ always }) => !always).flatMap(({ answers }) => answers);
  const said = pale.flatMap(({ code, when }) => (when === null ? [] : [`${code ?? 'accepted'} if ${when}`]));
  return [...new Set(said)].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}

/** The status in `PHASE:STATUS`, if it is of that phase. */
function statusIn(name: string, phase: string): string[] {
  return name.startsWith(`${phase}:`) ? [name.slice(phase.length + 1)] : [];
}

function cellOf(cell: Cell, codes: Matrix['codes']): TableCell {
  const { code, reason, always, answers } = cell;
  const own = code ?? 'accepted';
  const others = [...new Set(answers.map((answer) => answer.code ?? 'accepted'))].filter((each) => each !== own);
  const elsewhere = always || others.length === 0 ? [] : [`otherwise ${others.join(', ')}`];
  const why = code === null || reason === '' ? [] : [reason];
  return {
    text: `${code === null ? '✓' : code}${always ? '' : '*'}`,
    look: code === null ? 'yes' : 'no',
    ...(always ? {} : { soft: true }),
    tip: [code === null ? own : nameOf(code, codes), ...why, ...elsewhere].join('\n'),
  };
}

function nameOf(code: Code, codes: Matrix['codes']): string {
  const name = Object.hasOwn(codes, String(code)) ? codes[String(code)] : undefined;
  return codeAndName({ code, name: name ?? String(code) });
}
