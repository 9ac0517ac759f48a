import type { System } from '../model/index.ts';
import { RecordedWorld } from '../reach/recorded-world.ts';
import type { SystemAnswers } from '../reach/shipped.ts';

/**
 * What is shipped, if its set still fits the levels of the entity; undefined where the lifecycle has changed since it was
 * written. Then the set is worked out anew, which takes longer and is right.
 */
export function fitting(system: System, kind: string, shipped: SystemAnswers | undefined): SystemAnswers | undefined {
  const entity = shipped?.entities[kind];
  if (!shipped || !entity) return undefined;
  const { levels } = new RecordedWorld(system, kind, { outside: entity.outside });
  const root = entity.set.at(-1)?.[0];
  const isNode = ([level = -1, ...edges]: readonly number[]): boolean => levels[level]?.states.length === edges.length;
  return root === 0 && entity.set.every(isNode) ? shipped : undefined;
}
