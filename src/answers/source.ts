import { compileCondition } from '../condition/closure.ts';
import type { World } from '../engine/world.ts';
import { type Condition, kept, type Lifecycle, type System } from '../model/index.ts';
import { AnswersOf } from '../reach/answers.ts';
import { type EntityAnswers, type PartialView, type Query, reach, type SystemAnswers } from '../reach/index.ts';
import { worldAfterLines } from '../search/run-scenario.ts';
import type { Read } from '../space/lines.ts';

/** What answers about a system are read from. */
export interface Source {
  readonly system: System;
  readonly read: Read;
  /** The shipped answers; undefined for a user's own system. */
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
  const { system, progress } = source;
  const tell = (left: number): void =>
    progress?.(`looking for scenarios of ${system.name} ${kind}: ${left} answers are without one`);
  return kept(workedOut, query, () => new AnswersOf(query, tell).run());
}

/** The world at the end of a scenario. */
export const worldBehind = ({ system, read }: Source, lines: readonly string[]): World =>
  worldAfterLines(system, lines, read);

/** Whether the first entity of a kind agrees with what is known, in a world. */
export function holdsIn(lifecycle: Lifecycle, known: PartialView): (world: World) => boolean {
  const holds = compileCondition(known as Condition, lifecycle);
  return (world) => {
    const entity = world.peek(lifecycle.kind, lifecycle.singleton ?? '1');
    return holds(entity, world.ask(entity, '', {}));
  };
}
