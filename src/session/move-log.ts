import type { TraceMove } from '../diagram/trace.ts';
import type { CompiledLifecycle } from '../engine/compile.ts';
import type { CompiledTransition } from '../engine/compiled-transition.ts';
import type { Entity } from '../engine/entity.ts';
import type { Simulator } from '../engine/simulate.ts';
import { namesOfTransitions } from '../engine/transition-names.ts';
import { once } from '../model/index.ts';

/** A transition that a region of some entity took. */
export interface TakenMove extends TraceMove {
  readonly entity: string;
  /** The number of the step, and the seconds on the clock. */
  readonly step: number;
  readonly at: number;
}

const namesOf = once(namesOfTransitions);

/** Notes the transitions that are taken in a simulator's world. */
export class MoveLog {
  private noted: TakenMove[] = [];

  watch(simulator: Simulator): void {
    simulator.world.watcher = (entity) => {
      entity.recorder ??= {
        read: () => {},
        wrote: () => {},
        took: (of, region, take) => this.note(simulator, of, region, take),
      };
    };
  }

  /** The transitions that were taken since the last call, in order. */
  moves(): readonly TakenMove[] {
    const { noted } = this;
    this.noted = [];
    return noted;
  }

  private note({ steps, world }: Simulator, entity: Entity, index: number, take: CompiledTransition): void {
    const { name, states } = entity.lifecycle.regions[index] as CompiledLifecycle['regions'][number];
    const from = entity.at[index] as number;
    if (take.target < 0 || (!take.anew && from === take.target)) return;
    const nameOf = (): string => namesOf(entity.lifecycle).get(take)?.event ?? '';
    this.noted.push({
      entity: entity.key,
      step: steps,
      at: world.now,
      region: name,
      from: states[from] as string,
      to: states[take.target] as string,
      // Naming all transitions of a chart takes a while, and few readers ask.
      get event() {
        return nameOf();
      },
    });
  }
}
