import { systems } from '../../../machines/index.ts';
import type { Lifecycle, System } from '../../../src/model/index.ts';

/** Something that can be drawn or exported: a lifecycle of a system. */
export interface Subject {
  readonly name: string;
  readonly system: System;
  readonly lifecycle: Lifecycle;
}

/** Every entity of every registered system. */
export const subjects: readonly Subject[] = Object.values(systems).flatMap((system: System) =>
  Object.entries(system.entities).map(([kind, lifecycle]) => ({ name: `${system.name} ${kind}`, system, lifecycle })),
);
