import { Simulator } from '../engine/simulate.ts';
import type { World } from '../engine/world.ts';
import { linesToTry } from '../search/moves.ts';
import { type SearchMove, searchMove } from '../search/novelty-search.ts';
import { type ConfirmedScenario, withAnother } from './confirm.ts';
import { takes } from './join.ts';
import type { Query } from './query.ts';

/**
 * Continues scenarios in real worlds by every line that the data distinguishes: first the known scenarios and those kept
 * on the way, then those that end in a new situation of the entity. This finds answers that depend on values which a route
 * does not vary, such as a version. Stops after `most` continuations.
 */
export function continueScenarios(
  query: Query,
  known: readonly ConfirmedScenario[],
  keep: (found: ConfirmedScenario) => boolean,
  most: number,
): void {
  const situationIn = (world: World): string => query.masksIn(world).join();
  const usual = continuations(query);
  const seen = new Set(known.map(({ world }) => situationIn(world)));
  const kept = known.toSorted((a, b) => a.lines.length - b.lines.length);
  const others: ConfirmedScenario[] = [];
  let tried = 0;
  for (let ofKept = 0, ofOthers = 0; ; ) {
    const from = ofKept < kept.length ? kept[ofKept++] : others[ofOthers++];
    if (!from) return;
    const { lines, world } = from;
    const waits = delaysIn(world).map((wait) => searchMove([wait], query.read));
    for (const more of [...usual, ...waits]) {
      tried += 1;
      if (tried > most) return;
      const simulator = new Simulator(query.system, world.copy());
      if (!takes(simulator, more.steps)) continue;
      const found = { lines: [...lines, ...more.lines], world: simulator.world };
      const situation = situationIn(simulator.world);
      if (keep(found)) kept.push(found);
      else if (!seen.has(situation)) others.push(found);
      seen.add(situation);
    }
  }
}

/** Lines that a scenario may go on with. */
function continuations({ system, read, lifecycle }: Query): SearchMove[] {
  const singles = linesToTry(system, read).flatMap(({ line, opening }) => (opening ? [] : [[line]]));
  const hints = system.searchHints.map((entry) => entry.split('\n'));
  const causes = Object.values(lifecycle.facts).map(({ changedBy = [] }) => changedBy);
  const all = [...singles, ...[...hints, ...causes].filter(({ length }) => length > 1)];
  const byText = new Map(
    all.flatMap((lines) => withAnother(lines, lifecycle)).map((lines) => [lines.join('\n'), lines]),
  );
  return [...byText.values()].map((lines) => searchMove(lines, read));
}

/** A wait for each running delay, until it ends. */
const delaysIn = (world: World): string[] => [
  ...new Set(world.clock.running().map(({ due }) => `wait ${due - world.now}s`)),
];
