import { plainRule } from '../engine/judge.ts';
import { Simulator } from '../engine/simulate.ts';
import { viewOf } from '../engine/view.ts';
import type { World } from '../engine/world.ts';
import type { Lifecycle, Rule, System, View } from '../model/index.ts';
import type { Read } from '../space/lines.ts';

/** A scenario and its end in a real world: the entity's view, and the model's answers. */
export interface ScenarioRun {
  readonly lines: readonly string[];
  readonly world: World;
  readonly view: View;
  /** The rule that decides a command in its plain form. */
  ruleOf(command: string): Rule | undefined;
}

/** The world at the end of a scenario. */
export function worldAfterLines(system: System, lines: readonly string[], read: Read): World {
  const simulator = new Simulator(system);
  for (const line of lines) for (const step of read(line)) simulator.runBriefly(step);
  return simulator.world;
}

/** Runs scenarios, each in its own world. */
export class ScenarioRunner {
  readonly system: System;
  readonly kind: string;
  readonly lifecycle: Lifecycle;
  readonly read: Read;
  private readonly id: string;
  private readonly ids: readonly string[];

  constructor(system: System, kind: string, read: Read) {
    this.system = system;
    this.kind = kind;
    this.lifecycle = system.entities[kind] as Lifecycle;
    this.id = this.lifecycle.singleton ?? '1';
    const lines = Object.values(this.lifecycle.facts).flatMap(({ changedBy = [] }) => changedBy);
    const named = lines.flatMap((line) =>
      line.startsWith(`${kind}:`) ? [line.slice(kind.length + 1).split(' ', 1)[0] as string] : [],
    );
    this.ids = [this.id, ...(this.lifecycle.singleton === undefined ? named : [])];
    this.read = read;
  }

  /** The run of the first entity of the kind. */
  after(lines: readonly string[]): ScenarioRun {
    return this.in(worldAfterLines(this.system, lines, this.read), lines, this.id);
  }

  /** The runs of all entities of the kind: the first, those that lines of facts name, and those in the world. */
  allAfter(lines: readonly string[]): ScenarioRun[] {
    return this.allIn(worldAfterLines(this.system, lines, this.read), lines);
  }

  /** The same in a world to which these lines led. */
  allIn(world: World, lines: readonly string[]): ScenarioRun[] {
    const there = world.entities().flatMap(({ kind, id }) => (kind === this.kind ? [id] : []));
    return [...new Set([...this.ids, ...there])].map((id) => this.in(world, lines, id));
  }

  private in(world: World, lines: readonly string[], id: string): ScenarioRun {
    const { kind } = this;
    return {
      lines,
      world,
      get view() {
        return viewOf(world, world.peek(kind, id));
      },
      ruleOf: (command) => plainRule(world, kind, id, command),
    };
  }
}
