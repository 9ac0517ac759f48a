import { Simulator } from '../engine/simulate.ts';
import type { World } from '../engine/world.ts';
import type { CodeRow, Step, StepResult, System, Use } from '../model/index.ts';
import { OPENING, type Read } from '../space/lines.ts';
import { linesFor } from './cone.ts';
import { answerWithoutChange, plainestFirst } from './moves.ts';
import { Novelty } from './novelty.ts';
import { isShownBy, type ShownResult, shows } from './result-shows.ts';

/** Lines that a search may append, and their steps. */
export interface SearchMove {
  readonly lines: readonly string[];
  readonly steps: readonly Step[];
  /** Only allowed as the first line. */
  readonly opening?: true;
}

export const searchMove = (lines: readonly string[], read: Read): SearchMove => ({ lines, steps: lines.flatMap(read) });

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
  const opening: SearchMove = { ...searchMove([OPENING], read), opening: true };
  const entries = [...linesFor(system, row, uses), ...system.searchHints].sort(plainestFirst);
  const moves = entries.map((entry) => searchMove(entry.split('\n'), read));
  const isShown = (shown: ShownResult): boolean => shows(system, row, shown);
  for (const { results, lines } of visits(system, [...moves, opening], SITUATIONS, { wanted: isShown })) {
    if (results.some(isShown)) return withoutSpare(system, row, lines(), read);
  }
  return undefined;
}

/** Drops every line without which the last line still shows the code. */
function withoutSpare(system: System, row: CodeRow, lines: readonly string[], read: Read): readonly string[] {
  for (let each = lines.length - 2; each >= 0; each -= 1) {
    const fewer = lines.toSpliced(each, 1);
    if (isShownBy(system, row, fewer, read)) return withoutSpare(system, row, fewer, read);
  }
  return lines;
}

interface Node {
  readonly world: World;
  readonly lines: readonly string[];
  readonly before: Node | undefined;
  readonly atoms: ReadonlySet<number>;
}

/** Where a search came by. */
export interface Visited {
  readonly world: World;
  /** Of the steps of the last move. */
  readonly results: readonly StepResult[];
  /** The scenario that leads there. */
  lines(): string[];
}

export interface VisitOptions {
  /** Results of moves that change nothing which are to be visited all the same. */
  readonly wanted?: (shown: ShownResult) => boolean;
  /** Where to begin; default: at the very beginning. */
  readonly starts?: readonly Pick<SearchMove, 'lines' | 'steps'>[];
}

/**
 * Breadth-first search that keeps a situation only if some pair of atoms is true together for the first time (iterated
 * width 2; Lipovetzky and Geffner 2012). So it visits thousands of situations instead of millions, and comes by the
 * shortest way to one unless three conditions must come together at once.
 */
export function* visits(
  system: System,
  moves: readonly SearchMove[],
  most: number,
  { wanted = () => false, starts = [{ lines: [], steps: [] }] }: VisitOptions = {},
): Generator<Visited> {
  const novelty = new Novelty();
  let level = starts.map(({ lines, steps }): Node => {
    const simulator = new Simulator(system);
    for (const step of steps) simulator.runBriefly(step);
    return { world: simulator.world, lines, before: undefined, atoms: novelty.atoms(simulator.world) };
  });
  let kept = level.length;
  for (const { world, lines } of level) yield { world, results: [], lines: () => [...lines] };
  for (let depth = 1; depth <= DEPTH && level.length > 0; depth += 1) {
    const next: Node[] = [];
    for (const node of level) {
      for (const move of moves) {
        if ((move.opening && node.lines.length > 0) || changesNothing(node.world, move, wanted)) continue;
        const simulator = new Simulator(system, node.world.copy());
        const results = move.steps.map((step) => simulator.runBriefly(step));
        yield { world: simulator.world, results, lines: () => pathTo(node, move.lines) };
        const atoms = novelty.atoms(simulator.world);
        if (!novelty.isNew(atoms, node.atoms)) continue;
        kept += 1;
        if (kept > most) return;
        next.push({ world: simulator.world, lines: move.lines, before: node, atoms });
      }
    }
    level = next;
  }
}

/** Whether a move can be skipped: it changes nothing, and its refusal is not the wanted result. */
function changesNothing(world: World, { steps }: SearchMove, wanted: (shown: ShownResult) => boolean): boolean {
  const code = answerWithoutChange(world, steps);
  if (code === undefined || code === null) return code === null;
  return !wanted({ error: world.nameOf(code), changes: [] });
}

function pathTo(last: Node, end: readonly string[]): string[] {
  const lines = [...end];
  for (let at: Node | undefined = last; at; at = at.before) lines.unshift(...at.lines);
  return lines;
}
