import type { CodeRow, System } from '../../src/model/index.ts';
import { rowName } from '../golden/scenarios.ts';
import { anchor, link, table } from './markdown.ts';
import { marksLine } from './marks.ts';

/** A line for every row of the catalogue, under its category; each leads to what gives it and to its scenario. */
export function codesTable(system: System): string[] {
  const { name, codes } = system;
  const categories = [...new Set(codes.map(({ category }) => category))];
  const marks = codes.map(({ mark }) => mark);
  const columns = COLUMNS.filter((column) => column !== ALSO || codes.some(({ also }) => also));
  return [
    'A code leads to the rules that give it, and to a scenario.',
    `Marks: ${marksLine(system, marks)}.`,
    '',
    ...categories.flatMap((category) => [
      `**${category}**`,
      '',
      ...table(
        columns,
        codes.filter((row) => row.category === category).map((row) => cells(name, row).slice(0, columns.length)),
      ),
    ]),
  ];
}

const ALSO = 'also looked up as';
const COLUMNS = ['code', 'name', 'kind', 'mark', 'meaning', ALSO];

function cells(system: string, row: CodeRow): string[] {
  const { code, name, kind, mark, meaning, why, also = [] } = row;
  const entry = link(String(code), `../reference/${system}/codes.md#${anchor(rowName(row))}`);
  const never = why === undefined ? '' : ` Never given: ${why}`;
  const aliases = also.map((alias) => `${alias.name}: ${alias.says}`).join(' ');
  return [entry, name === code ? '' : name, kind, mark, `${meaning}${never}`, aliases];
}
