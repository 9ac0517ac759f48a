import { equivalents } from './equivalents.ts';

/** The outcomes of the mutants of a sample, as kept in score.json. */
export interface Score {
  /** The command that repeats the run. */
  readonly command: string;
  readonly seed: string;
  readonly possible: number;
  readonly rooms: { readonly [room: string]: Tally };
  readonly survivors: readonly string[];
}

export interface Tally {
  readonly possible: number;
  /** Noticed by the trials in one process. */
  readonly quick: number;
  readonly long: number;
  /** Noticed by unit tests. */
  readonly tests: number;
  /** No answer in time, or none because memory ran out. */
  readonly lost: number;
  readonly survived: number;
  /** Survived the quick trial, and there was no time for more: counted as survivors. */
  readonly undecided: number;
  /** Behave as the program does: not part of the score. */
  readonly equivalent: number;
  /** Not valid JavaScript, or fail to load: not part of the score. */
  readonly unloadable: number;
}

/** The lowest score that passes, in hundredths. */
export const BAR = 99;

export const none = (possible: number): Tally => ({
  possible,
  quick: 0,
  long: 0,
  tests: 0,
  lost: 0,
  survived: 0,
  undecided: 0,
  equivalent: 0,
  unloadable: 0,
});

export const tried = (tally: Tally): number => counted(tally) + tally.equivalent + tally.unloadable;
const counted = (tally: Tally): number => killed(tally) + tally.survived + tally.undecided;
const killed = ({ quick, long, tests, lost }: Tally): number => quick + long + tests + lost;
const percent = (tally: Tally): number => (100 * killed(tally)) / counted(tally);

export function sum(tallies: readonly Tally[]): Tally {
  const total: Record<keyof Tally, number> = { ...none(0) };
  for (const tally of tallies) for (const key of keys) total[key] += tally[key];
  return total;
}

const keys = Object.keys(none(0)) as (keyof Tally)[];

/** False if the score is below the bar, or if no mutant was tried. */
export const passes = ({ rooms }: Score): boolean => percent(sum(Object.values(rooms))) >= BAR;

/** The score and the number of mutants, in one line. */
export function scoreLine({ rooms, possible, seed }: Score): string {
  const total = sum(Object.values(rooms));
  const { survived, undecided, equivalent, unloadable, lost } = total;
  const of = counted(total);
  return [
    `${killed(total)} of ${of} killed${of > 0 ? `, ${shown(percent(total))} %` : ''}`,
    `(${lost} of them by time or memory); ${survived} survived, ${undecided} were not decided;`,
    `not counted: ${equivalent} equivalent, ${unloadable} that cannot be loaded.`,
    `A sample of ${tried(total)} of ${possible.toLocaleString('en')}, seed ${seed}.`,
  ].join(' ');
}

/** Never rounded up: 98.96 is below 99. */
const shown = (value: number): string => (Math.floor(value * 10) / 10).toFixed(1);

/** The section of docs/mutants.md. */
export function scoreText(score: Score): string {
  const rows = Object.entries(score.rooms).map(([room, tally]) => {
    const { possible, quick, long, tests, lost, survived, undecided, equivalent, unloadable } = tally;
    const cells = [possible, tried(tally), quick, long, tests, lost, survived, undecided, equivalent, unloadable];
    return `| ${[`\`${room}\``, ...cells.map((cell) => cell.toLocaleString('en'))].join(' | ')} |`;
  });
  return [
    '```text',
    score.command,
    '```',
    '',
    scoreLine(score),
    '',
    '| folder | mutants | tried | killed: quick trial | long trial | unit tests | time, memory | survived | undecided | equivalent | not loaded |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
    ...rows,
    '',
    score.survivors.length > 0 ? 'Survivors:' : 'No mutant of the sample survived.',
    ...(score.survivors.length > 0 ? ['', ...score.survivors.map((each) => `- ${each}`)] : []),
    '',
    ...(equivalents.length > 0 ? ['Equivalent, by reading, wherever a sample meets them:', ''] : []),
    ...equivalents.map(
      ({ file, before, after, why, line }) => `- \`${file}\`, \`${line}\`: ${changeText({ before, after })}. ${why}`,
    ),
  ]
    .join('\n')
    .trimEnd();
}

export const changeText = ({ before, after }: { readonly before: string; readonly after: string }): string =>
  `${quoted(before)} → ${quoted(after)}`;

const LONGEST = 100;
const quoted = (code: string): string =>
  code === '' ? 'nothing' : `\`${code.length > LONGEST ? `${code.slice(0, LONGEST)}…` : code}\``;
