import type { SystemName } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import { compileCondition } from '../../src/condition/closure.ts';
import { sentenceOf } from '../../src/condition/sentence.ts';
import { judge } from '../../src/engine/judge.ts';
import { specOf } from '../../src/engine/sample-lines.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import { isPhase, type Step, type System } from '../../src/model/index.ts';
import { type Reachable, reachFrom } from '../../src/reach/reachability.ts';
import { masksIn } from '../../src/reach/real-world.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { writeScenario } from '../../src/scenario/index.ts';

/** What the data of one kind says: the reached set, and by phase, status and command the numbers of the rules that decide. */
interface Known {
  readonly reachable: Reachable;
  readonly phases: readonly {
    readonly phase: string;
    readonly decided: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;
  }[];
}

const knownOf = (system: System, kind: string, data: EntityAnswers): Known => ({
  reachable: reachFrom(system, kind, data),
  phases: Object.keys(system.entities[kind]?.chart.states ?? {})
    .filter(isPhase)
    .map((phase) => ({
      phase,
      decided: mapped(data.statuses[phase], (commands) =>
        mapped(commands, (answers) => new Set(answers.map(([rule]) => rule))),
      ),
    })),
});

const mapped = <From, To>(from: { readonly [key: string]: From } = {}, to: (value: From) => To): Map<string, To> =>
  new Map(Object.entries(from).map(([key, value]) => [key, to(value)]));

/**
 * A space has an entity that is called 1. A user with dots or capitals in its name does not take its own plain name, so
 * the answers of its space are not those of such a user.
 */
const CALLED_OTHERWISE: { readonly [entity: string]: RegExp } = { 'wildduck user': /[.A-Z]/ };

/** Compares real worlds, with any number of entities, with the shipped data of a system. */
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
    const kinds = Object.entries(entities).map(([kind, data]) => [kind, knownOf(system, kind, data)] as const);
    return new StrayFinder(system, new Map(kinds));
  }

  /** The first thing that the data does not have, and the scenario to it. Looks after each step at every entity that moved. */
  straysIn(steps: readonly Step[]): string[] {
    const simulator = new Simulator(this.system);
    for (const [index, step] of steps.entries()) {
      const { to, changes } = simulator.runBriefly(step);
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
    const { reachable, phases } = known;
    const entity = world.peek(kind, id);
    if (!reachable.diagrams.meets(reachable.set, masksIn(reachable.world, world, entity))) {
      const stands = entity.lifecycle.regions.map(({ name: region }) => `${region} ${entity.state(region)}`);
      return `a situation that the set does not have (${stands.join(', ')})`;
    }
    const { source } = entity.lifecycle;
    for (const condition of source.unreachable ?? []) {
      if (compileCondition(condition, source)(entity, world.ask(entity, '', {})))
        return `what is said to be unreachable, ${sentenceOf(condition, source)}`;
    }
    const here = phases.map(({ phase, decided }) => ({ phase, decided: decided.get(entity.state(phase)) }));
    for (const command of Object.keys(source.commands)) {
      const params = specOf(source, command).plain ?? {};
      const { rule } = judge(world, { kind, id, type: command, params });
      const number = rule ? (source.rules[command] ?? []).indexOf(rule) : -1;
      const wrong = here.find(({ decided }) => !decided?.get(command)?.has(number));
      if (wrong)
        return `${command} is answered by ${rule?.gate ?? 'no gate'} where ${wrong.phase} is ${entity.state(wrong.phase)}`;
    }
    return undefined;
  }
}
