import type { Entity } from '../engine/entity.ts';
import { namesOfTransitions, type TransitionName } from '../engine/transition-names.ts';
import { eventsHeard, type Lifecycle, type Occurrences } from '../model/index.ts';
import { type Reachable, seeded } from './reachability.ts';
import type { TakenTransition } from './recorded-world.ts';
import { Relation } from './relation.ts';

/** A transition of the entity, by its name. */
type Taking = TransitionName & Pick<TakenTransition, 'region' | 'from'>;

/** Every transition of an entity's chart that is taken in some situation of a set, with its source states. */
export function takenIn(reachable: Reachable, set: number, lifecycle: Lifecycle): Occurrences['taken'] {
  const { world, diagrams } = reachable;
  const entity = world.closed.members[0] as Entity;
  const regions = entity.lifecycle.regions.map(({ name, states }) => ({
    name,
    states,
    level: world.levelOf(lifecycle.kind, name),
  }));
  const names = namesOfTransitions(entity.lifecycle);
  // A free fact is a region of the closed world, but not of the chart.
  const own = Object.keys(lifecycle.chart.states).length;
  const relation = new Relation<readonly Taking[]>(
    diagrams,
    (letter, standing) => {
      const result: Taking[] = [];
      const trace = world.run(letter, standing, ({ entity: of, region, transition, from }) => {
        if (of !== entity || region >= own) return;
        const name = names.get(transition);
        if (!name) throw new Error(`${of.key} took a transition that its chart does not have`);
        result.push({ region, from, ...name });
      });
      return { ...trace, result };
    },
    seeded(4),
  );
  const taken = new Map<string, Set<string>>();
  for (const letter of world.letters.keys()) {
    for (const [{ result }, part] of relation.leavesOf(letter, set)) {
      for (const { region, from, event, place } of result) {
        const { name, states, level } = regions[region] as (typeof regions)[number];
        const places = from < 0 ? diagrams.statesAt(part, level) : [from];
        for (const state of places) {
          const key = JSON.stringify([name, event, states[state]]);
          taken.set(key, (taken.get(key) ?? new Set()).add(place));
        }
      }
    }
  }
  return inOrder(lifecycle, taken);
}

/** By region, event and state in the order of the chart: the same data gives the same bytes. */
function inOrder(lifecycle: Lifecycle, taken: ReadonlyMap<string, ReadonlySet<string>>): Occurrences['taken'] {
  const events = eventsHeard(lifecycle.chart);
  return Object.fromEntries(
    Object.entries(lifecycle.chart.states).map(([region, { states }]) => [
      region,
      Object.fromEntries(
        events.flatMap((event) => {
          const from = Object.keys(states).flatMap((state) => {
            const places = taken.get(JSON.stringify([region, event, state]));
            return places ? [[state, [...places].sort()] as const] : [];
          });
          return from.length > 0 ? [[event, Object.fromEntries(from)] as const] : [];
        }),
      ),
    ]),
  );
}
