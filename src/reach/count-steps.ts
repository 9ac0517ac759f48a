import type { Rule } from '../model/index.ts';
import type { Query } from './query.ts';

/** What is done in the situations of an entity. */
export interface StepCounts {
  /** Situations times the letters that are taken in each, whether they lead elsewhere or not. */
  readonly transitions: bigint;
  /** Situations in which nothing that can be said is taken. */
  readonly deadEnds: bigint;
  /** Rules of the entity that decide in some situation, with some parameters. */
  readonly decided: ReadonlySet<Rule>;
}

/** Applies every letter to all situations at once. A change of a free fact is no step. */
export function countSteps({ reachable, lifecycle, all: { set } }: Query): StepCounts {
  const { world, diagrams, transitions: steps } = reachable;
  const decided = new Set<Rule>();
  let transitions = 0n;
  let left = set;
  for (const [letter, { kind }] of world.letters.entries()) {
    if (world.isFactChange(letter)) continue;
    for (const [{ result }, part] of steps.relation.leavesOf(letter, set)) {
      if (result.rule && kind === lifecycle.kind) decided.add(result.rule);
      if (!result.taken) continue;
      transitions += diagrams.count(part);
      left = diagrams.minus(left, part);
    }
  }
  return { transitions, deadEnds: diagrams.count(left), decided };
}
