import { judge } from '../engine/judge.ts';
import { Simulator } from '../engine/simulate.ts';
import { World } from '../engine/world.ts';
import { type CodeRow, isPass, type Step, type StepResult, type System, type Use } from '../model/index.ts';
import { OPENING, type Read } from '../space/space.ts';
import { linesFor } from './cone.ts';
import { plainestFirst } from './moves.ts';
import { Novelty } from './novelty.ts';
import { shows } from './result-shows.ts';

/** Lines that a search may append, and their steps. */
interface Move {
  readonly lines: readonly string[];
  readonly steps: readonly Step[];
  /** Only allowed as the first line. */
  readonly opening?: true;
}

/** The most moves, and the most situations. */
const DEPTH = 12;
const SITUATIONS = 400_000;

/**
 * A short scenario that shows a row, made of the lines that can matter for it; no single line can be left out. When
 * there are too many worlds for a complete search, its length bounds the search.
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

/** Drops every line without which the last step still shows the code. */
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
 * Breadth-first search for lines whose last step has the wanted result. It keeps a situation only if some pair of atoms
 * is true together for the first time (iterated width 2; Lipovetzky and Geffner 2012). So it visits thousands of
 * situations instead of millions, and finds a shortest scenario unless three conditions must come together at once.
 * Undefined if it finds none within the bounds.
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

/**
 * Most moves are refused or ignored. Those are skipped without copying the world, unless their result is the wanted
 * one.
 */
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
