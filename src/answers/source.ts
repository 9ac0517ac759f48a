import { Simulator } from '../engine/simulate.ts';
import type { World } from '../engine/world.ts';
import type { System } from '../model/index.ts';
import { type Query, reach, type SystemAnswers } from '../reach/index.ts';
import type { Read } from '../space/space.ts';

/** What answers about a system are read from. */
export interface Source {
  readonly system: System;
  readonly read: Read;
  /** What is shipped with the system; a system of one's own has nothing. */
  readonly shipped?: SystemAnswers | undefined;
  /** Is told before something is worked out that takes seconds. */
  readonly progress?: ((doing: string) => void) | undefined;
}

/** The query over all that an entity can come to. */
export function queryOf({ system, read, shipped, progress }: Source, kind: string): Query {
  progress?.(`working out what ${system.name} ${kind} can come to`);
  return reach(system, kind, read, shipped);
}

/** The world in which a scenario ends. */
export function worldBehind({ system, read }: Source, lines: readonly string[]): World {
  const simulator = new Simulator(system);
  for (const step of lines.flatMap(read)) simulator.run(step);
  return simulator.world;
}
