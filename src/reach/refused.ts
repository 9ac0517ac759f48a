import { isRefusal, type Occurrences, type RefusedThere } from '../model/index.ts';
import { allStates } from './diagram/masks.ts';
import { EMPTY } from './diagram/nodes.ts';
import type { Query } from './query.ts';

/** The refusals of each command that depend on the state of a region: see `RefusedThere`. */
export class RefusedBecause {
  private readonly query: Query;
  private readonly levels: readonly number[];

  constructor(query: Query) {
    this.query = query;
    const { reachable, lifecycle } = query;
    this.levels = reachable.world.levels.flatMap(({ member, name }, level) =>
      member === 0 && Object.hasOwn(lifecycle.chart.states, name) ? [level] : [],
    );
  }

  run(): Occurrences['refused'] {
    const { reachable, commandNames, all } = this.query;
    const { diagrams, world } = reachable;
    const found = new Map<string, { gates: number[]; set: number }>();
    for (const command of commandNames) {
      for (const { rule, situations } of all.answers(command)) {
        if (!rule || !isRefusal(rule)) continue;
        const place = this.query.numberOf(command, rule);
        const number = this.query.numberOfGate(command, place);
        for (const level of this.levelsRead(number, situations.set)) {
          for (const state of diagrams.statesAt(situations.set, level)) {
            const part = diagrams.restrict(situations.set, level, 1 << state);
            if (!this.dependsOn(number, level, part)) continue;
            const key = `${level} ${state} ${command}`;
            const known = found.get(key) ?? { gates: [], set: EMPTY };
            found.set(key, { gates: [...known.gates, place], set: diagrams.union(known.set, part) });
          }
        }
      }
    }
    return Object.fromEntries(
      this.levels.map((level) => {
        const { name, states } = world.levels[level] as (typeof world.levels)[number];
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

  /** The entity's regions that the gate reads in some situation of the set. */
  private levelsRead(gate: number, set: number): readonly number[] {
    const { widths } = this.query.reachable.diagrams;
    const read = new Set<number>();
    for (const [{ masks }] of this.query.gates.leavesOf(gate, set))
      for (const level of this.levels) if (masks[level] !== allStates(widths[level] as number)) read.add(level);
    return [...read];
  }

  /** Whether the gate does not hold in some of these situations once the region is put into another state. */
  private dependsOn(gate: number, level: number, set: number): boolean {
    const { diagrams } = this.query.reachable;
    let elsewhere = EMPTY;
    for (let state = 0; state < (diagrams.widths[level] as number); state += 1) {
      const sets = new Int8Array(diagrams.widths.length).fill(-1);
      sets[level] = state;
      elsewhere = diagrams.union(elsewhere, diagrams.assign(set, diagrams.assignment(sets)));
    }
    return this.query.gates.split(gate, elsewhere).has(false);
  }
}
