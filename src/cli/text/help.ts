import type { Command } from '../command.ts';
import { type Group, isGroup, verbs } from '../verbs.ts';
import { paragraphs, table, wrap } from './layout.ts';

/** `lifecycle --help`: a line for each verb. */
export function generalHelp(): string {
  const rows = Object.entries(verbs).flatMap(([verb, entry]) =>
    isGroup(entry) ? rowsOf(entry, `${verb} `) : [[verb, entry.summary]],
  );
  return paragraphs([
    ['lifecycle: which commands a migration product accepts, and how it refuses others'],
    ['Usage: lifecycle VERB [ARGUMENT …] [OPTION …]'],
    ['Verbs:', ...entries(rows)],
    ['Options:', ...entries([HELP, ['--version', 'print the version']])],
    ['Exit status:', ...entries(STATUSES)],
    ['Run lifecycle VERB --help for what a verb takes, with examples.'],
  ]);
}

/** `lifecycle GROUP --help`: the verbs of the group. */
export function groupHelp(name: string, group: Group): string {
  return paragraphs([
    [`lifecycle ${name}: ${group.summary}`],
    [`Usage: lifecycle ${name} VERB [ARGUMENT …] [OPTION …]`],
    ['Verbs:', ...entries(rowsOf(group, ''))],
    ['Options:', ...entries([HELP])],
    [`Run lifecycle ${name} VERB --help for what a verb takes, with examples.`],
  ]);
}

const rowsOf = (group: Group, before: string): string[][] =>
  Object.entries(group.verbs).map(([verb, { summary }]) => [before + verb, summary]);

/** `lifecycle VERB --help`, made from the verb's description. */
export function helpOf(
  verb: string,
  summary: string,
  { arguments: args, options, notes = [], examples }: Command,
): string {
  const flags = Object.entries(options).map(([name, { value, short, says }]) => [
    `${short === undefined ? '' : `-${short}, `}--${name}${value ? ` ${value}` : ''}`,
    says,
  ]);
  const usage = [
    ...args.map(({ name, optional, many }) => (optional ? `[${name}${many ? ' …' : ''}]` : name)),
    ...flags.map(([flag]) => `[${flag}]`),
  ];
  return paragraphs([
    [`lifecycle ${verb}: ${summary}`],
    [`Usage: lifecycle ${verb} ${usage.join(' ')}`],
    ...(args.length > 0 ? [['Arguments:', ...entries(args.map(({ name, says }) => [name, says]))]] : []),
    ['Options:', ...entries([...flags, HELP])],
    ...notes.map((note) => wrap(note, WIDTH)),
    ['Examples:', ...examples.flatMap(({ run, says }) => [`  # ${says}`, `  ${run}`])],
  ]);
}

const HELP = ['-h, --help', 'print this help'];
const STATUSES = [
  ['0', 'clean'],
  ['1', 'a finding: a missed expectation, a gating fault'],
  ['2', 'misuse or unreadable input, said in one line on standard error'],
];
const WIDTH = 80;

const entries = (rows: readonly (readonly string[])[]): string[] => table(rows, { indent: 2, width: WIDTH });
