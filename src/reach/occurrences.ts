import type { Occurrences } from '../model/index.ts';
import { statesIn } from './diagram/diagrams.ts';
import type { Query } from './query.ts';
import { RefusedBecause } from './refused.ts';
import { takenIn } from './taken.ts';

/** The parts of an entity's data that occur in some reachable situation, for the pictures. */
export function occurrencesIn(query: Query): Occurrences {
  const { reachable, lifecycle } = query;
  const { set } = query.all;
  const { diagrams, world } = reachable;
  const stands = Object.keys(lifecycle.chart.states).map((region) => {
    const level = world.levels.findIndex(({ member, name }) => member === 0 && name === region);
    const states = world.levels[level]?.states ?? [];
    return [region, statesIn(diagrams.occurring(set, level)).map((state) => states[state] as string)] as const;
  });
  return {
    stands: Object.fromEntries(stands),
    taken: takenIn(reachable, set, lifecycle),
    refused: new RefusedBecause(query).run(),
  };
}
