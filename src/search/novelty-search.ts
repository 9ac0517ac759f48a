import { judge } from '../engine/judge.ts';
import { Simulator } from '../engine/simulate.ts';
import { World } from '../engine/world.ts';
import { type CodeRow, isPass, type Step, type StepResult, type System, type Use } from '../model/index.ts';
import { OPENING, type Read } from '../space/space.ts';
import { linesFor } from './cone.ts';
import { plainestFirst } from './moves.ts';
import { Novelty } from './novelty.ts';
import { shows } from './result-shows.ts';

/** Lines that a search may write next, and the steps that they stand for. */
interface Move {
  readonly lines: readonly string[];
  readonly steps: readonly Step[];
  /** Only as the first line. */
  readonly opening?: true;
}

/** Moves at most, and situations at most. */
const DEPTH = 12;
const SITUATIONS = 400_000;

/**
 * A short scenario that shows a row, made of the lines that can matter for it; no line can be left out. Where whole worlds
 * are too many to be visited it says how far they have to be.
 */
export function shortScenario(
  system: System,
  row: CodeRow,
  uses: readonly Use[],
  read: Read,
): readonly string[] | undefined {
  const opening: Move = { lines: [OPENING], steps: read(OPENING), opening: true };
  const entries = [...linesFor(system, row, uses), ...system.searchHints].sort(plainestFirst);
  const moves = entries.map((entry): Move => {
    const lines = entry.split('\n');
    return { lines, steps: lines.flatMap(read) };
  });
  const isShown = (result: StepResult): boolean => shows(system, row, result);
  const found = search(system, [...moves, opening], isShown);
  return found && withoutSpare(system, found, read, isShown);
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
      .map((step) => simulator.runBriefly(step))
      .at(-1);
    if (last && isShown(last)) return withoutSpare(system, fewer, read, isShown);
  }
  return lines;
}

interface Node {
  readonly world: World;
  readonly lines: readonly string[];
  readonly before: Node | undefined;
  readonly atoms: ReadonlySet<number>;
}

/**
 * The lines after which a step's result is as wanted: breadth-first search that keeps a situation only where it
 * makes some pair of atoms true together for the first time (iterated width 2; Lipovetzky and Geffner 2012). It visits
 * thousands of situations where all would be millions, and what it finds is the shortest wherever no three conditions
 * have to be brought about at once. Undefined where it finds none within the bounds.
 */
function search(system: System, moves: readonly Move[], wanted: (result: StepResult) => boolean): string[] | undefined {
  const novelty = new Novelty();
  const start = new World(system);
  let level: Node[] = [{ world: start, lines: [], before: undefined, atoms: novelty.atoms(start) }];
  let kept = 1;
  for (let depth = 1; depth <= DEPTH && level.length > 0; depth += 1) {
    const next: Node[] = [];
    for (const node of level) {
      for (const move of moves) {
        if ((move.opening && depth > 1) || changesNothing(node.world, move, wanted)) continue;
        const simulator = new Simulator(system, node.world.copy());
        const results = move.steps.map((step) => simulator.runBriefly(step));
        if (results.some(wanted)) return pathTo(node, move.lines);
        const atoms = novelty.atoms(simulator.world);
        if (!novelty.isNew(atoms, node.atoms)) continue;
        kept += 1;
        if (kept > SITUATIONS) return undefined;
        next.push({ world: simulator.world, lines: move.lines, before: node, atoms });
      }
    }
    level = next;
  }
  return undefined;
}

/** Most moves are refused or ignored: that is seen without copying the world, unless the answer is the one wanted. */
function changesNothing(world: World, { steps }: Move, wanted: (result: StepResult) => boolean): boolean {
  const [step, more] = steps;
  if (!step || more || 'wait' in step) return false;
  const entity = world.peek(step.kind, step.id);
  if (entity.lifecycle.reports.has(step.type)) return !world.reacts(entity, step.type, step.params);
  const { accepted, code, rule } = judge(world, step);
  if (accepted || code === undefined || (rule && !isPass(rule) && rule.effect !== undefined)) return false;
  return !wanted({ step: 0, at: 0, type: step.type, outcome: 'rejected', error: world.nameOf(code), changes: [] });
}

function pathTo(last: Node, end: readonly string[]): string[] {
  const lines = [...end];
  for (let at: Node | undefined = last; at; at = at.before) lines.unshift(...at.lines);
  return lines;
}
