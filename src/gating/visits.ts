import type { Step } from '../model/index.ts';
import { causesOf } from '../reach/causes.ts';
import { withAnother } from '../reach/confirm.ts';
import type { Query } from '../reach/query.ts';
import { OPEN } from '../reach/routes.ts';
import { plainestFirst } from '../search/moves.ts';
import { type SearchMove, type Visited, visits } from '../search/novelty-search.ts';
import { OPENING } from '../space/space.ts';

/** So many real worlds are gone on from. */
const MOST_WORLDS = 3_000;

/** What is counted until a limit is reached is also repeated so often at once. */
const REPEATS = 20;

/**
 * Real worlds about the shortest ways to some sets of situations, nearest first: every line of such a way is gone on from
 * with the lines that mean anything to the entity, or to those that it stands with.
 */
export function visitsOf(query: Query, sets: readonly number[]): Generator<Visited> {
  const { reachable, system, lifecycle, read } = query;
  const causes = new Set<string>();
  const lines = new Set<string>();
  for (const letter of reachable.world.letters) {
    if (letter.line === undefined) for (const line of causesOf(system, letter)) causes.add(line);
    else lines.add(letter.line);
  }
  for (const { changedBy = [] } of Object.values(lifecycle.facts)) for (const line of changedBy) causes.add(line);
  for (const each of withAnother([...causes, ...lines], lifecycle)) for (const line of each) lines.add(line);
  const moves = [...lines].sort(plainestFirst).map((line): SearchMove => ({ lines: [line], steps: read(line) }));
  const again = [...causes].map((line): SearchMove => {
    const [step, ...more] = read(line);
    const often = <Of>(each: Of): Of[] => Array<Of>(REPEATS).fill(each);
    return { lines: often(line), steps: step && more.length === 0 ? often(step) : [] };
  });
  const starts = new Map([['', { lines: [] as readonly string[], steps: [] as readonly Step[] }]]);
  for (const set of sets) {
    const way = query.within(set).nearest()?.moves ?? [];
    const said = way.flatMap((move) => (move === OPEN ? OPENING : (reachable.world.letters[move]?.line ?? [])));
    for (let end = 1; end <= said.length; end += 1) {
      const lines = said.slice(0, end);
      starts.set(lines.join('\n'), { lines, steps: lines.flatMap(read) });
    }
  }
  const opening: SearchMove = { lines: [OPENING], steps: read(OPENING), opening: true };
  return visits(system, [opening, ...moves, ...again], MOST_WORLDS, { starts: [...starts.values()] });
}
