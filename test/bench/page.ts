import { cpus, totalmem } from 'node:os';
import { succeed } from './programs.ts';
import type { Bar, Measured, Row } from './row.ts';

/** A row with its result. */
export interface Outcome {
  readonly name: string;
  readonly row: Row;
  readonly measured: Measured;
}

/** The full result of a row, with the day and the machine. */
export interface Recorded {
  readonly day: string;
  readonly machine: string;
  readonly measured: Measured;
}

/** The page: the bars, and a section for each row. */
export const pageOf = (outcomes: readonly (Recorded & { readonly row: Row })[]): string =>
  `${[
    '# Benchmarks',
    'Written by `npm run bench`; `npm run bench -- --only NAME --write` measures one row and writes its section. Do not edit. ' +
      'The programs that a section compares take turns on the same work for several rounds; a figure is that of the median ' +
      'round. Ratios are taken within one run: they can be compared between machines, seconds cannot. Each section names its ' +
      'day and its machine.',
    '## Goals',
    table(
      ['what', 'wanted', 'reached', '', 'day'],
      outcomes.flatMap(({ day, measured }) =>
        measured.bars.map((bar) => [bar.what, bar.wanted, bar.reached ?? 'not measured', verdict(bar), day]),
      ),
    ),
    ...outcomes.flatMap(({ row, day, machine: where, measured }) => [
      `## ${row.title}`,
      row.says,
      table(measured.columns, measured.lines),
      ...measured.notes,
      `Measured on ${day}: ${where}.`,
    ]),
  ].join('\n\n')}\n`;

/** The same for a terminal. */
export function textOf({ row, measured }: Outcome): string {
  const { columns, lines, bars, notes } = measured;
  const all = [columns, ...lines];
  const widths = columns.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const table = all.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  const reached = bars.map((bar) => `${verdict(bar)}: ${bar.what}: ${bar.reached ?? 'not measured'} (${bar.wanted})`);
  return `\n${row.title}\n\n${[...table.map((line) => line.trimEnd()), ...reached, ...notes].map((line) => `  ${line}`).join('\n')}\n`;
}

const verdict = ({ met, reached }: Bar): string => (met ? 'met' : reached === undefined ? 'open' : 'missed');

const table = (columns: readonly string[], lines: readonly (readonly string[])[]): string =>
  [columns, columns.map((_, column) => (column === 0 ? '---' : '---:')), ...lines]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** What the numbers depend on, without anything that identifies the machine. */
export function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const gcc = version('gcc', ['-dumpfullversion']);
  const spin = version('spin', ['-V'])?.replace(/^Spin Version (\S+).*$/s, '$1');
  return [
    `${cpus().length} cores (${first?.model.trim() || process.arch}), ${gigabytes} GB`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node} with V8 ${process.versions.v8}`,
    `gcc ${gcc ?? 'not installed'}, SPIN ${spin ?? 'not installed'}`,
  ].join('; ');
}

function version(program: string, args: readonly string[]): string | undefined {
  try {
    return succeed(program, args).trim();
  } catch {
    return undefined;
  }
}
