import type { Data, EntityView, Question } from '../model/index.ts';
import type { Timer } from './clock.ts';
import type { CompiledLifecycle } from './compile.ts';

/** An entity in a running world: where each region of its chart stands, and what the system keeps besides. */
export class Entity implements EntityView {
  readonly lifecycle: CompiledLifecycle;
  readonly id: string;
  /** `job:1` */
  readonly key: string;
  /** The index of the state of each region, in the order of the chart. */
  at: Uint8Array;
  data: Data;
  /** A member of the world: until something was accepted of it or applied to it, it is only being asked about. */
  known = false;
  /** Already on the world's list of what the present step touched. */
  touched = false;
  /** Timers that run, by region. */
  readonly timers: (Timer<Entity>[] | undefined)[] = [];

  constructor(lifecycle: CompiledLifecycle, id: string, data: Data) {
    this.lifecycle = lifecycle;
    this.id = id;
    this.key = `${lifecycle.kind}:${id}`;
    this.at = lifecycle.initial.slice();
    this.data = data;
  }

  get kind(): string {
    return this.lifecycle.kind;
  }

  is(name: string): boolean {
    const test = this.lifecycle.is.get(name);
    if (!test) throw new Error(`${this.kind} has no condition named ${name}`);
    return test(this, NO_QUESTION);
  }

  state(region: string): string {
    const index = this.lifecycle.regionIndex.get(region);
    if (index === undefined) throw new Error(`${this.kind} has no region ${region}`);
    return this.lifecycle.regions[index]?.states[this.at[index] as number] as string;
  }
}

/** Named conditions speak of regions alone: there is nothing to ask of the world. */
const NO_QUESTION = undefined as unknown as Question;
