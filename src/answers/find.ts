import type { Code, CodeRow, Outline } from '../model/index.ts';

/** What a word stands for in a system. */
export interface Found {
  readonly rows: readonly CodeRow[];
  readonly statuses: readonly StatusFound[];
  readonly commands: readonly CommandFound[];
}

export interface StatusFound {
  readonly entity: string;
  readonly phase: string;
  readonly status: string;
  readonly code: Code | null;
}

export interface CommandFound {
  readonly entity: string;
  readonly command: string;
}

/** The form of a word for lookups: lower case, without brackets, and without blanks around a colon. */
export const plainWord = (word: string): string =>
  word
    .trim()
    .replace(/^[[(]\s*(.*?)\s*[\])]$/, '$1')
    .replace(/\s*:\s*/g, ':')
    .replace(/\s+/g, ' ')
    .toLowerCase();

/**
 * What a word stands for: the rows with that code; else the rows, statuses and commands with that name; else the rows
 * with that alias. The row of a status comes with its statuses.
 */
export function find(system: Outline, asked: string): Found {
  const word = plainWord(asked);
  const { codes } = system;
  const byCode = codes.filter(({ code }) => plainWord(String(code)) === word);
  if (byCode.length > 0) return withStatuses(system, byCode, [], []);
  const byName = codes.filter(({ name }) => plainWord(name) === word);
  const statuses = statusesOf(system).filter((each) => isStatus(each, word));
  const commands = commandsOf(system).filter(({ command }) => plainWord(command) === word);
  if (byName.length + statuses.length + commands.length > 0) return withStatuses(system, byName, statuses, commands);
  const byAlias = codes.filter(({ also }) => also?.some(({ name }) => plainWord(name) === word));
  return withStatuses(system, byAlias, [], []);
}

/** Every word that finds something, in the form for lookups. */
export function wordsOf(system: Outline): string[] {
  const codes = system.codes.flatMap(({ code, name, also = [] }) => [
    String(code),
    name,
    ...also.map((alias) => alias.name),
  ]);
  const statuses = statusesOf(system).flatMap(({ phase, status }) => [`${phase}:${status}`, `${phase} ${status}`]);
  const commands = commandsOf(system).map(({ command }) => command);
  return [...new Set([...codes, ...statuses, ...commands].map(plainWord))];
}

export const isFound = ({ rows, statuses, commands }: Found): boolean =>
  rows.length + statuses.length + commands.length > 0;

/** `DATA_SYNC:PAUSED`, `DATA_SYNC PAUSED`. */
function isStatus({ phase, status }: StatusFound, word: string): boolean {
  const name = plainWord(`${phase}:${status}`);
  return word === name || word === name.replace(':', ' ');
}

function withStatuses(
  system: Outline,
  rows: readonly CodeRow[],
  statuses: readonly StatusFound[],
  commands: readonly CommandFound[],
): Found {
  const codes = new Set(rows.map(({ code }) => code));
  const ofRows = statusesOf(system).filter((each) => each.code !== null && codes.has(each.code));
  const named = ofRows.filter((each) => rows.some(({ name }) => isStatus(each, plainWord(name))));
  // A vendor may use one code for statuses of several phases, each with its own row.
  const added = named.length > 0 ? named : ofRows;
  const more = added.filter((each) => !statuses.some((one) => one.entity === each.entity && isSame(one, each)));
  const rowOf = statuses.flatMap(({ phase, status, code }) =>
    system.codes.filter(
      (row) => row.code === code && (isOnly(system, row) || plainWord(row.name) === plainWord(`${phase}:${status}`)),
    ),
  );
  return { rows: [...new Set([...rows, ...rowOf])], statuses: [...statuses, ...more], commands };
}

const isSame = (one: StatusFound, other: StatusFound): boolean =>
  one.phase === other.phase && one.status === other.status;

const isOnly = ({ codes }: Outline, { code }: CodeRow): boolean =>
  codes.filter((row) => row.code === code).length === 1;

export const statusesOf = ({ entities }: Outline): StatusFound[] =>
  Object.values(entities).flatMap(({ kind, phases }) =>
    Object.entries(phases).flatMap(([phase, table]) =>
      Object.entries(table).map(([status, code]) => ({ entity: kind, phase, status, code })),
    ),
  );

export const commandsOf = ({ entities }: Outline): CommandFound[] =>
  Object.values(entities).flatMap(({ kind, commands }) =>
    Object.keys(commands).map((command) => ({ entity: kind, command })),
  );

/** Everything with the fragment in its code or name. */
export function findFragment(system: Outline, asked: string): Found {
  const word = plainWord(asked);
  if (word === '') return { rows: [], statuses: [], commands: [] };
  const has = (text: string): boolean => plainWord(text).includes(word);
  return {
    rows: system.codes.filter(({ code, name, also = [] }) =>
      [String(code), name, ...also.map((each) => each.name)].some(has),
    ),
    statuses: statusesOf(system).filter(({ phase, status }) => has(`${phase}:${status}`) || has(`${phase} ${status}`)),
    commands: commandsOf(system).filter(({ command }) => has(command)),
  };
}

/** For a number that is no code: the codes of the same hundred, the nearest first. */
export function nearNumbers({ codes }: Outline, asked: string): CodeRow[] {
  const word = plainWord(asked);
  if (!/^\d{1,9}$/.test(word)) return [];
  const number = Number(word);
  const family = (code: Code): number => Math.floor(Number(code) / 100);
  return codes
    .filter(({ code }) => typeof code === 'number' && family(code) === family(number))
    .sort((a, b) => Math.abs(Number(a.code) - number) - Math.abs(Number(b.code) - number))
    .slice(0, MOST);
}

const MOST = 5;
