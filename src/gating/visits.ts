import { lineOf } from '../engine/sample-lines.ts';
import type { Lifecycle } from '../model/index.ts';
import { causesOf } from '../reach/causes.ts';
import { withAnother } from '../reach/confirm.ts';
import type { Query } from '../reach/query.ts';
import { plainestFirst } from '../search/moves.ts';
import { searchMove, type Visited, visits } from '../search/novelty-search.ts';
import { OPENING } from '../space/lines.ts';

/** The most real worlds that are expanded. */
const MOST_WORLDS = 3_000;

/**
 * Real worlds around the shortest routes to some sets of situations, nearest first: the world after each line of a route
 * is continued with every line that affects the entity or those explored with it.
 */
export function visitsOf(query: Query, sets: readonly number[]): Generator<Visited> {
  const { reachable, system, lifecycle, read } = query;
  const causes = new Set<string>();
  const lines = new Set<string>();
  for (const letter of reachable.world.letters) {
    if (letter.line === undefined) for (const line of causesOf(system, letter)) causes.add(line);
    else if (letter.line.startsWith('wait ')) lines.add(letter.line);
    else lines.add(lineOf(system.entities[letter.kind] as Lifecycle, letter.event, {}));
  }
  for (const { changedBy = [] } of Object.values(lifecycle.facts)) for (const line of changedBy) causes.add(line);
  for (const each of withAnother([...causes, ...lines], lifecycle)) for (const line of each) lines.add(line);
  const entries = [...[...lines].sort(plainestFirst), ...system.searchHints];
  const moves = entries.map((entry) => searchMove(entry.split('\n'), read));
  const starts = new Map([[], [OPENING]].map((some: string[]) => [some.join('\n'), searchMove(some, read)]));
  for (const set of sets) {
    const way = query.within(set).nearest();
    const said = way ? query.routes.linesOf(way) : [];
    for (let end = 1; end <= said.length; end += 1) {
      const some = said.slice(0, end);
      starts.set(some.join('\n'), searchMove(some, read));
    }
  }
  return visits(system, moves, MOST_WORLDS, { starts: [...starts.values()] });
}
