import { type Occurrences, stateOf } from '../model/index.ts';
import type { Query } from './query.ts';
import { RefusedBecause } from './refused.ts';
import { takenIn } from './taken.ts';

/** The parts of an entity's data that occur in some reachable situation, for the pictures. */
export function occurrencesIn(query: Query): Occurrences {
  const { reachable, lifecycle, all } = query;
  const regions = Object.keys(lifecycle.chart.states);
  return {
    stands: Object.fromEntries(regions.map((region) => [region, all.statuses(region).map(stateOf)])),
    taken: takenIn(reachable, all.set, lifecycle),
    refused: new RefusedBecause(query).run(),
  };
}
