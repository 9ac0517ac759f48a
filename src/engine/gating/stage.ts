import type { Lifecycle, Rule, System, View } from '../../model/index.ts';
import { judge } from '../judge.ts';
import { specOf } from '../lines.ts';
import { Simulator } from '../simulate.ts';
import type { Read } from '../space/compiled.ts';
import { viewOf } from '../view.ts';
import type { World } from '../world.ts';

/** Where a scenario leads to in a real world: what a UI sees of the entity there, and what the model says. */
export interface Scene {
  readonly view: View;
  ruleOf(command: string): Rule | undefined;
}

/** Runs scenarios in worlds of their own. */
export class Stage {
  readonly system: System;
  readonly kind: string;
  readonly lifecycle: Lifecycle;
  readonly read: Read;
  private readonly id: string;

  constructor(system: System, kind: string, read: Read) {
    this.system = system;
    this.kind = kind;
    this.lifecycle = system.entities[kind] as Lifecycle;
    this.id = this.lifecycle.only ?? '1';
    this.read = read;
  }

  after(lines: readonly string[]): Scene {
    const simulator = new Simulator(this.system);
    for (const line of lines) for (const step of this.read(line)) simulator.run(step);
    return this.in(simulator.world);
  }

  in(world: World): Scene {
    const { kind, id } = this;
    return {
      view: viewOf(world, world.peek(kind, id)),
      ruleOf: (type) => judge(world, { kind, id, type, params: specOf(this.lifecycle, type).plain ?? {} }).rule,
    };
  }
}
