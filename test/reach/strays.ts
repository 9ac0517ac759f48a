import type { SystemName } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { judge } from '../../src/engine/judge.ts';
import { specOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import { isPhase, type Step, type System } from '../../src/model/index.ts';
import { type Reachable, reachFrom } from '../../src/reach/reachability.ts';
import { masksIn } from '../../src/reach/real-world.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { writeScenario } from '../../src/scenario/index.ts';

/** What the data of one kind says: the reached set, and the answers of each status. */
interface Known {
  readonly reachable: Reachable;
  readonly data: EntityAnswers;
}

/**
 * A space has an entity that is called 1. A user with dots or capitals in its name does not take its own plain name, so
 * the answers of its space are not those of such a user.
 */
const CALLED_OTHERWISE: { readonly [entity: string]: RegExp } = { 'wildduck user': /[.A-Z]/ };

/** Holds real worlds, with any number of entities, against what is shipped of a system. */
export class StrayFinder {
  private readonly system: System;
  private readonly kinds: ReadonlyMap<string, Known>;
  /** Steps that were taken. */
  steps = 0;

  private constructor(system: System, kinds: ReadonlyMap<string, Known>) {
    this.system = system;
    this.kinds = kinds;
  }

  static async of(system: System): Promise<StrayFinder> {
    const { entities } = await answersOf(system.name as SystemName);
    const kinds = Object.entries(entities).map(
      ([kind, data]) => [kind, { data, reachable: reachFrom(system, kind, data) }] as const,
    );
    return new StrayFinder(system, new Map(kinds));
  }

  /** What a scenario comes to that the data does not have: after each step, of every entity that it moved. */
  straysIn(steps: readonly Step[]): string[] {
    const simulator = new Simulator(this.system);
    for (const [index, step] of steps.entries()) {
      const { to, changes } = simulator.run(step);
      this.steps += 1;
      for (const name of new Set([...(to === undefined ? [] : [to]), ...changes.map(({ entity }) => entity)])) {
        const stray = this.strayOf(simulator.world, name);
        if (stray) return [`${name}: ${stray}, after`, ...writeScenario(steps.slice(0, index + 1))];
      }
    }
    return [];
  }

  private strayOf(world: World, name: string): string | undefined {
    const colon = name.indexOf(':');
    const [kind, id] = [name.slice(0, colon), name.slice(colon + 1)];
    const known = this.kinds.get(kind);
    if (!known || CALLED_OTHERWISE[`${this.system.name} ${kind}`]?.test(id)) return undefined;
    const { reachable, data } = known;
    const entity = world.peek(kind, id);
    if (!reachable.diagrams.meets(reachable.set, masksIn(reachable.world, this.system, world, entity))) {
      const stands = entity.lifecycle.regions.map(({ name: region }) => `${region} ${entity.state(region)}`);
      return `a situation that the set does not have (${stands.join(', ')})`;
    }
    const { rules, commands, chart } = entity.lifecycle.source;
    for (const command of Object.keys(commands)) {
      const params = specOf(entity.lifecycle.source, command).plain ?? {};
      const { rule } = judge(world, { kind, id, type: command, params });
      const number = rule ? (rules[command] ?? []).indexOf(rule) : -1;
      for (const phase of Object.keys(chart.states).filter(isPhase)) {
        const answers = data.statuses[phase]?.[entity.state(phase)]?.[command] ?? [];
        if (!answers.some(([each]) => each === number))
          return `${command} is answered by ${rule?.gate ?? 'no gate'} where ${phase} is ${entity.state(phase)}`;
      }
    }
    return undefined;
  }
}
