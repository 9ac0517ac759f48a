import { isPass, type Step, type StepResult, type System } from '../model/index.ts';
import { judge } from './judge.ts';
import { Novelty } from './novelty.ts';
import { Simulator } from './simulate.ts';
import { World } from './world.ts';

/** A line that a search may write next, and the steps that it stands for. */
export interface Move {
  readonly line: string;
  readonly steps: readonly Step[];
  /** Only as the first line. */
  readonly opening?: true;
}

export interface Bounds {
  /** Lines at most. */
  readonly depth: number;
  /** Situations at most. */
  readonly situations: number;
}

interface Node {
  readonly world: World;
  readonly line: string;
  readonly before: Node | undefined;
  readonly atoms: ReadonlySet<number>;
}

/**
 * A short scenario after which a step's result is as wanted: breadth-first search that keeps a situation only where it
 * makes some pair of atoms true together for the first time (iterated width 2; Lipovetzky and Geffner 2012). It visits
 * thousands of situations where all would be millions, and what it finds is the shortest wherever no three conditions
 * have to be brought about at once. Undefined where it finds none within the bounds.
 */
export function shortScenario(
  system: System,
  moves: readonly Move[],
  wanted: (result: StepResult) => boolean,
  bounds: Bounds,
): string[] | undefined {
  const novelty = new Novelty();
  const start = new World(system);
  let level: Node[] = [{ world: start, line: '', before: undefined, atoms: novelty.atoms(start) }];
  let kept = 1;
  for (let depth = 1; depth <= bounds.depth && level.length > 0; depth += 1) {
    const next: Node[] = [];
    for (const node of level) {
      for (const move of moves) {
        if ((move.opening && depth > 1) || changesNothing(node.world, move, wanted)) continue;
        const simulator = new Simulator(system, node.world.copy());
        const results = move.steps.map((step) => simulator.run(step));
        if (results.some(wanted)) return pathTo(node, move.line);
        const atoms = novelty.atoms(simulator.world);
        if (!novelty.isNew(atoms, node.atoms)) continue;
        kept += 1;
        if (kept > bounds.situations) return undefined;
        next.push({ world: simulator.world, line: move.line, before: node, atoms });
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

function pathTo(last: Node, line: string): string[] {
  const lines = [line];
  for (let at: Node | undefined = last; at?.before; at = at.before) lines.unshift(at.line);
  return lines;
}
