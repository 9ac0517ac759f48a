import { usesOf } from '../../src/engine/where-used.ts';
import { groupedBy } from '../../src/model/grouped.ts';
import type { CodeRow, System, Use } from '../../src/model/index.ts';
import { type Golden, rowName } from '../golden/scenarios.ts';
import { anchor, code, GENERATED, link, table } from './markdown.ts';
import { marksLine, marksOf } from './marks.ts';

/** Every row of a system's table: what it means, what gives it, and a scenario that shows it. */
export function codesPage(system: System, golden: Golden): string {
  const categories = [...new Set(system.codes.map(({ category }) => category))];
  return [
    GENERATED,
    `# ${system.title}: codes`,
    '',
    `${system.codes.length} rows, ${counts(system)}. Meanings are our own words. Marks: ${marksLine(system, marksOf(system))}.`,
    '',
    ...categories.map((category) => `- ${link(category, `#${anchor(category)}`)}`),
    '',
    ...categories.flatMap((category) => [
      `## ${category}`,
      '',
      ...system.codes.filter((row) => row.category === category).flatMap((row) => entry(system, row, golden)),
    ]),
  ].join('\n');
}

function counts({ codes }: System): string {
  const kinds = [...new Set(codes.map(({ kind }) => kind))];
  return kinds.map((kind) => `${codes.filter((row) => row.kind === kind).length} ${kind}`).join(', ');
}

function entry(system: System, row: CodeRow, golden: Golden): string[] {
  const scenario = golden[rowName(row)]?.scenario;
  const uses = usesOf(system, row);
  return [
    `### ${rowName(row)}`,
    '',
    `${row.meaning} *${row.kind}, ${row.mark}*`,
    '',
    ...(row.oddity === undefined ? [] : [`Odd in the vendor's table: ${row.oddity}`, '']),
    ...(row.also ?? []).flatMap(({ name, says }) => [`Also looked up as **${name}**: ${says}`, '']),
    ...(row.why === undefined ? [] : [`Never given: ${row.why}`, '']),
    ...(row.kind === 'status' || uses.length === 0 ? [] : table(['given by', 'when', 'mark'], merged(uses))),
    ...(scenario ? ['```', ...scenario, '```', ''] : []),
  ];
}

/** Commands that give the code for the same reason share a line. */
function merged(uses: readonly Use[]): string[][] {
  const reasonOf = ({ when, phase, status }: Use): string =>
    phase === undefined ? when : `${when}: ${phase} → ${status}`;
  const lines = groupedBy(uses, (use) => JSON.stringify([reasonOf(use), use.mark]));
  return [...lines.values()].map((alike) => {
    const commands = alike.map(({ entity, command = '' }) => code(`${entity} ${command}`.trim()));
    return [commands.join(', '), reasonOf(alike[0]), alike[0].mark];
  });
}
