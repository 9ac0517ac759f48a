import type { Rule } from '../model/index.ts';
import type { Query } from './query.ts';

/** Above 2⁵³ a count is a string. */
export type Count = number | string;

export const countOf = (count: bigint): Count =>
  count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : String(count);

/** Counts over all situations of an entity. */
export interface StepCounts {
  /** Pairs of a situation and a letter that is taken in it, self-loops included. */
  readonly transitions: bigint;
  /** Situations in which no letter is taken. */
  readonly deadEnds: bigint;
  /** Rules of the entity that decide in some situation, with some parameters. */
  readonly decided: ReadonlySet<Rule>;
}

/** Counts symbolically, letter by letter. A change of a free fact is not a step. */
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
