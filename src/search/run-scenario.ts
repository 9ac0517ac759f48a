import { judge } from '../engine/judge.ts';
import { specOf } from '../engine/sample-lines.ts';
import { Simulator } from '../engine/simulate.ts';
import { viewOf } from '../engine/view.ts';
import type { World } from '../engine/world.ts';
import type { Lifecycle, Rule, System, View } from '../model/index.ts';
import type { Read } from '../space/space.ts';

/** The end of a scenario in a real world: the entity's view, and the model's answers. */
export interface ScenarioRun {
  readonly world: World;
  readonly view: View;
  ruleOf(command: string): Rule | undefined;
}

/** Runs scenarios in worlds of their own. */
export class ScenarioRunner {
  readonly system: System;
  readonly kind: string;
  readonly lifecycle: Lifecycle;
  readonly read: Read;
  private readonly id: string;

  constructor(system: System, kind: string, read: Read) {
    this.system = system;
    this.kind = kind;
    this.lifecycle = system.entities[kind] as Lifecycle;
    this.id = this.lifecycle.singleton ?? '1';
    this.read = read;
  }

  after(lines: readonly string[]): ScenarioRun {
    const simulator = new Simulator(this.system);
    for (const line of lines) for (const step of this.read(line)) simulator.runBriefly(step);
    return this.in(simulator.world);
  }

  in(world: World): ScenarioRun {
    const { kind, id } = this;
    return {
      world,
      get view() {
        return viewOf(world, world.peek(kind, id));
      },
      ruleOf: (type) => judge(world, { kind, id, type, params: specOf(this.lifecycle, type).plain ?? {} }).rule,
    };
  }
}
