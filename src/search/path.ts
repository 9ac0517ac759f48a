import { Simulator } from '../engine/simulate.ts';
import { type Code, isRefusal, type System, stateOf, statusOf } from '../model/index.ts';
import type { Layout } from '../space/layout.ts';
import { type Read, spaceOf } from '../space/space.ts';
import { type Aim, ANY_PART, cubeOf } from './aims.ts';
import { witnessesOf } from './witness.ts';

/** The goal of a scenario: statuses that one entity has at the same time, or a code that refuses a command. */
export type PathGoal = { readonly statuses: { readonly [phase: string]: string | null } } | { readonly code: Code };

export interface ShortestPath {
  /** Scenario text, line by line. */
  readonly lines: readonly string[];
  /** The number of lines at the beginning that give outside facts the values they have in the space. */
  readonly before: number;
  /** Situations visited before it was found. */
  readonly situations: number;
}

/**
 * A shortest scenario to a goal in the space of an entity: the breadth-first search has visited every situation that is
 * fewer lines away. It first uses the facts of a new world, then the usual facts, with a line that establishes them.
 * The scenario is run in a real world before it is returned. Undefined if no situation of the space meets the goal;
 * `unproven` if no line suggested by the facts makes the scenario work in a real world.
 */
export function shortestPath(
  system: System,
  kind: string,
  goal: PathGoal,
  read: Read,
): ShortestPath | 'unproven' | undefined {
  const inNew = pathIn(system, kind, goal, read, true);
  return typeof inNew === 'object' ? inNew : (pathIn(system, kind, goal, read, false) ?? inNew);
}

function pathIn(
  system: System,
  kind: string,
  goal: PathGoal,
  read: Read,
  asNew: boolean,
): ReturnType<typeof shortestPath> {
  const space = spaceOf(system, kind, read, { asNew });
  const { layout } = space;
  const [found] = witnessesOf(space, [aimOf(layout, kind, goal)]);
  if (!found) return undefined;
  const setting = [...layout.quotient.held].flatMap((name) => {
    const [of = '', fact = ''] = name.split(' ');
    return system.entities[of]?.facts[fact]?.changedBy ?? [];
  });
  for (const before of asNew ? [[]] : setting.map((line) => [line])) {
    const lines = [...before, ...found.lines];
    if (leadsThere(system, kind, goal, lines, read)) {
      return { lines, before: before.length, situations: found.situations };
    }
  }
  return 'unproven';
}

/** Whether the lines, run in a world of their own, end at the goal. */
function leadsThere(system: System, kind: string, goal: PathGoal, lines: readonly string[], read: Read): boolean {
  const simulator = new Simulator(system);
  const results = lines.flatMap(read).map((step) => simulator.runBriefly(step));
  if ('code' in goal) return results.at(-1)?.error?.code === goal.code;
  const entity = simulator.world.peek(kind, system.entities[kind]?.singleton ?? '1');
  return Object.entries(goal.statuses).every(([phase, status]) => statusOf(entity.state(phase)) === status);
}

function aimOf(layout: Layout, kind: string, goal: PathGoal): Aim {
  const { nodes, places } = layout.quotient;
  if ('code' in goal) {
    return nodes.flatMap(({ answers }, node) => {
      const answer = answers.find(({ rule }) => isRefusal(rule) && rule.code === goal.code);
      return answer ? [{ node, high: ANY_PART, low: ANY_PART, letter: answer.letter }] : [];
    });
  }
  const wanted = Object.entries(goal.statuses).map(([phase, status]) => {
    const place = places.findIndex((each) => each.kind === kind && each.name === phase);
    return [place, places[place]?.states.indexOf(stateOf(status)) ?? -1] as const;
  });
  return nodes.flatMap((_, node) => cubeOf(layout, node, wanted) ?? []);
}
