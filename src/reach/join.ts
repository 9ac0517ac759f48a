import { Simulator } from '../engine/simulate.ts';
import { kept, type Step } from '../model/index.ts';
import { worldAfterLines } from '../search/run-scenario.ts';
import { OPENING } from '../space/lines.ts';
import type { AnswerCell, Cells } from './cells.ts';
import type { ConfirmedScenario } from './confirm.ts';
import type { Query } from './query.ts';

/** How many scenarios of a status, and of an answer, are combined: the shortest. */
const MOST_OF_EACH = 8;

/**
 * Finds scenarios for cells without one by joining two known ones: one to the status, then one to the answer, or the
 * other way round. Most phases are independent of each other, so this often works. Each is run in a real world; lines of
 * the second that have no effect there are left out. Repeats until it finds nothing more.
 */
export function joinScenarios(query: Query, cells: Cells): void {
  const { system, read } = query;
  const { scenarios } = cells;
  const tried = new Set<string>();
  const lengthOf = (numbers: readonly number[]): number =>
    numbers.reduce((sum, number) => sum + (scenarios[number]?.lines.length ?? 0), 0);
  const join = (first: number, second: number): void => {
    const pair = `${first} ${second}`;
    const [one, other] = [scenarios[first], scenarios[second]];
    if (tried.has(pair) || !one || !other) return;
    tried.add(pair);
    const { lines, world } = joined(query, one, other.lines);
    if (cells.hasEmpty(world)) cells.keep({ lines, world: worldAfterLines(system, lines, read) }, true);
  };
  for (let before = Number.POSITIVE_INFINITY; cells.left < before; ) {
    before = cells.left;
    const ofStatus = shortestBy(cells, statusOf);
    const ofAnswer = shortestBy(cells, answerOf);
    for (const cell of cells.all) {
      if (cell.scenario >= 0) continue;
      const statuses = ofStatus.get(statusOf(cell)) ?? [];
      const answers = ofAnswer.get(answerOf(cell)) ?? [];
      const pairs = statuses.flatMap((status) => answers.map((answer) => [status, answer] as const));
      pairs.sort((one, other) => lengthOf(one) - lengthOf(other));
      for (const [status, answer] of pairs) {
        if (cell.scenario < 0) join(status, answer);
        if (cell.scenario < 0) join(answer, status);
      }
    }
  }
}

/**
 * Continues a scenario with the lines of another, without those that have no effect. The returned world has seen these
 * lines too: whoever keeps the scenario must run it again.
 */
export function joined(
  { system, read }: Pick<Query, 'system' | 'read'>,
  { lines: begun, world }: ConfirmedScenario,
  others: readonly string[],
): ConfirmedScenario {
  const simulator = new Simulator(system, world.copy());
  const lines = [...begun];
  for (const line of others) {
    // The opening is the first line of a scenario, and of no other.
    if (line === OPENING && lines.length > 0) continue;
    if (takes(simulator, read(line))) lines.push(line);
  }
  return { lines, world: simulator.world };
}

/** Runs steps: whether any of them is accepted, applied, or changes something. */
export function takes(simulator: Simulator, steps: readonly Step[]): boolean {
  const results = steps.map((step) => simulator.runBriefly(step));
  return results.some(({ outcome, changes }) => outcome === 'accepted' || outcome === 'applied' || changes.length > 0);
}

const statusOf = ({ level, state }: AnswerCell): string => `${level} ${state}`;
const answerOf = ({ command, rule }: AnswerCell): string => `${command} ${rule}`;

/** The indices of the shortest scenarios, grouped by a key of their cells. */
function shortestBy({ all, scenarios }: Cells, keyOf: (cell: AnswerCell) => string): Map<string, number[]> {
  const found = new Map<string, Set<number>>();
  for (const cell of all) {
    if (cell.scenario < 0) continue;
    const key = keyOf(cell);
    kept(found, key, () => new Set<number>()).add(cell.scenario);
  }
  const length = (scenario: number): number => (scenarios[scenario] as ConfirmedScenario).lines.length;
  return new Map(
    [...found].map(([key, numbers]) => [
      key,
      [...numbers].sort((a, b) => length(a) - length(b) || a - b).slice(0, MOST_OF_EACH),
    ]),
  );
}
