import type { Entity } from '../engine/entity.ts';
import { namesOfTransitions, type TransitionName } from '../engine/transition-names.ts';
import {
  eventsHeard,
  isRefusal,
  kept,
  type Lifecycle,
  type Occurrences,
  type RefusedThere,
  stateOf,
} from '../model/index.ts';
import { allStates } from './diagram/masks.ts';
import { EMPTY } from './diagram/nodes.ts';
import type { Query } from './query.ts';
import { type Reachable, seeded } from './reachability.ts';
import type { DiagramLevel, TakenTransition } from './recorded-world.ts';
import { Relation } from './relation.ts';

/** The parts of an entity's data that occur in some reachable situation, for the pictures. */
export function occurrencesIn(query: Query): Occurrences {
  const { reachable, lifecycle, all } = query;
  const regions = Object.keys(lifecycle.chart.states);
  return {
    stands: Object.fromEntries(regions.map((region) => [region, all.statuses(region).map(stateOf)])),
    taken: takenIn(reachable, all.set, lifecycle),
    refused: refusedIn(query),
  };
}

/** A transition of the entity, by its name. */
type Taking = TransitionName & Pick<TakenTransition, 'region' | 'from'>;

/** Every transition of an entity's chart that is taken in some situation of a set, with its source states. */
function takenIn(reachable: Reachable, set: number, lifecycle: Lifecycle): Occurrences['taken'] {
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
          kept(taken, key, () => new Set<string>()).add(place);
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

/** The refusals of each command that depend on the state of a region: see `RefusedThere`. */
function refusedIn(query: Query): Occurrences['refused'] {
  const { reachable, lifecycle, commandNames, all } = query;
  const { diagrams, world } = reachable;
  const levels = world.levels.flatMap(({ member, name }, level) =>
    member === 0 && Object.hasOwn(lifecycle.chart.states, name) ? [level] : [],
  );
  const found = new Map<string, { gates: number[]; set: number }>();
  for (const command of commandNames) {
    for (const { rule, situations } of all.answers(command)) {
      if (!rule || !isRefusal(rule)) continue;
      const place = query.numberOf(command, rule);
      const number = query.numberOfGate(command, place);
      const read = levelsRead(query, number, situations.set);
      for (const level of levels.filter((each) => read.has(each))) {
        for (const state of diagrams.statesAt(situations.set, level)) {
          const part = diagrams.restrict(situations.set, level, 1 << state);
          if (!dependsOn(query, number, level, part)) continue;
          const key = `${level} ${state} ${command}`;
          const known = found.get(key) ?? { gates: [], set: EMPTY };
          found.set(key, { gates: [...known.gates, place], set: diagrams.union(known.set, part) });
        }
      }
    }
  }
  return Object.fromEntries(
    levels.map((level) => {
      const { name, states } = world.levels[level] as DiagramLevel;
      const rows = states.flatMap((state, index) => {
        const here = diagrams.restrict(all.set, level, 1 << index);
        const commands = commandNames.flatMap((command): [string, RefusedThere][] => {
          const refused = found.get(`${level} ${index} ${command}`);
          if (!refused) return [];
          return [[command, { gates: refused.gates, always: diagrams.minus(here, refused.set) === EMPTY }]];
        });
        return commands.length > 0 ? [[state, Object.fromEntries(commands)] as const] : [];
      });
      return [name, Object.fromEntries(rows)];
    }),
  );
}

/** The levels that the gate reads in some situation of the set. */
function levelsRead({ reachable, gates }: Query, gate: number, set: number): ReadonlySet<number> {
  const { widths } = reachable.diagrams;
  const read = new Set<number>();
  for (const [{ masks }] of gates.leavesOf(gate, set))
    for (const [level, width] of widths.entries()) if (masks[level] !== allStates(width)) read.add(level);
  return read;
}

/** Whether the gate does not hold in some of these situations once the region is put into another state. */
function dependsOn({ reachable, gates }: Query, gate: number, level: number, set: number): boolean {
  const { diagrams } = reachable;
  let elsewhere = EMPTY;
  for (let state = 0; state < (diagrams.widths[level] as number); state += 1) {
    const sets = new Int8Array(diagrams.widths.length).fill(-1);
    sets[level] = state;
    elsewhere = diagrams.union(elsewhere, diagrams.assign(set, diagrams.assignment(sets)));
  }
  return gates.split(gate, elsewhere).has(false);
}
