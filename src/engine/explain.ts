import {
  type CodeRow,
  type Explanation,
  type Step,
  type StepResult,
  type System,
  secondsOf,
  type Use,
} from '../model/index.ts';
import { linesFor } from './cone.ts';
import { type Bounds, type Move, shortScenario } from './search.ts';
import { Simulator } from './simulate.ts';
import { isStatusOf, usesOf } from './uses.ts';

/** Reads a line of scenario text. */
export type Read = (line: string) => readonly Step[];

const BOUNDS: Bounds = { depth: 12, situations: 400_000 };

/**
 * All that is known of a code, a number or a name: one explanation for each row of the catalogue that has it. The
 * scenario is found by breadth-first search over the moves that can matter for the code, bounded in depth.
 */
export function explain(system: System, asked: string, read: Read, bounds: Partial<Bounds> = {}): Explanation[] {
  return rowsOf(system, asked).map((row) => {
    const { code, name, category, kind, meaning, mark, oddity } = row;
    const uses = usesOf(system, row);
    const scenario = kind === 'informational' ? null : scenarioOf(system, row, uses, read, { ...BOUNDS, ...bounds });
    return {
      system: system.name,
      code,
      name,
      category,
      kind,
      meaning,
      mark,
      ...(oddity === undefined ? {} : { oddity }),
      uses,
      scenario,
    };
  });
}

/** The rows that have this code, or this name. */
export function rowsOf({ codes }: System, asked: string): CodeRow[] {
  const byCode = codes.filter(({ code }) => String(code) === asked);
  return byCode.length > 0 ? byCode : codes.filter(({ name }) => name === asked);
}

/** Whether the step shows the row: as its rejection, as the error of a change, or as the code of a status. */
export function shows(system: System, row: CodeRow, { error, changes }: StepResult): boolean {
  if (error?.code === row.code) return true;
  return changes.some(
    (change) =>
      change.error?.code === row.code ||
      (change.code === row.code && isStatusOf(system, row, change.phase, change.status)),
  );
}

function scenarioOf(
  system: System,
  row: CodeRow,
  uses: readonly Use[],
  read: Read,
  bounds: Bounds,
): readonly string[] | null {
  const opening: Move = { line: 'given ready', steps: read('given ready'), opening: true };
  const lines = plainestFirst([...linesFor(system, row, uses), ...system.tries]);
  const moves = [...lines.map((line): Move => ({ line, steps: line.split('\n').flatMap(read) })), opening];
  const isShown = (result: StepResult): boolean => shows(system, row, result);
  const found = shortScenario(system, moves, isShown, bounds)?.flatMap((line) => line.split('\n'));
  return found ? withoutSpare(system, found, read, isShown) : null;
}

/** The search may have taken a way round: a line without which the last step shows the code all the same is dropped. */
function withoutSpare(
  system: System,
  lines: readonly string[],
  read: Read,
  isShown: (result: StepResult) => boolean,
): readonly string[] {
  for (let each = lines.length - 2; each >= 0; each -= 1) {
    const fewer = lines.toSpliced(each, 1);
    const simulator = new Simulator(system);
    const last = fewer
      .flatMap(read)
      .map((step) => simulator.run(step))
      .at(-1);
    if (last && isShown(last)) return withoutSpare(system, fewer, read, isShown);
  }
  return lines;
}

/** Of scenarios that are equally short the one in the plainer words, and with the shorter waits, is found first. */
const plainestFirst = (lines: readonly string[]): string[] =>
  [...lines].sort((a, b) => a.split(' ').length - b.split(' ').length || waitIn(a) - waitIn(b));

const waitIn = (line: string): number => (line.startsWith('wait ') ? (secondsOf(line.slice(5)) ?? 0) : 0);
