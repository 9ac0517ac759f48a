import { Simulator } from '../engine/simulate.ts';
import type { World } from '../engine/world.ts';
import type { System } from '../model/index.ts';
import { AnswersOf } from '../reach/answers.ts';
import { type EntityAnswers, type Query, reach, type SystemAnswers } from '../reach/index.ts';
import type { Read } from '../space/space.ts';

/** What answers about a system are read from. */
export interface Source {
  readonly system: System;
  readonly read: Read;
  /** What is shipped with the system; a system of one's own has nothing. */
  readonly shipped?: SystemAnswers | undefined;
  /** Called before work that takes seconds. */
  readonly progress?: ((doing: string) => void) | undefined;
}

/** The query over every situation of an entity. */
export function queryOf({ system, read, shipped, progress }: Source, kind: string): Query {
  progress?.(`working out what ${system.name} ${kind} can come to`);
  return reach(system, kind, read, shipped);
}

const workedOut = new WeakMap<Query, EntityAnswers>();

/** The answers to each command in each status: as shipped, or computed once. */
export function entityAnswers(source: Source, kind: string): EntityAnswers {
  const shipped = source.shipped?.entities[kind];
  if (shipped) return shipped;
  const query = queryOf(source, kind);
  const known = workedOut.get(query);
  if (known) return known;
  const { system, progress } = source;
  const made = new AnswersOf(query, (left) =>
    progress?.(`looking for scenarios of ${system.name} ${kind}: ${left} answers are without one`),
  ).run();
  workedOut.set(query, made);
  return made;
}

/** The world in which a scenario ends. */
export function worldBehind({ system, read }: Source, lines: readonly string[]): World {
  const simulator = new Simulator(system);
  for (const step of lines.flatMap(read)) simulator.runBriefly(step);
  return simulator.world;
}
