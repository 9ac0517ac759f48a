import type { Standing } from '../condition/closure.ts';
import type { Data, EntityView, Question } from '../model/index.ts';
import type { Timer } from './clock.ts';
import type { CompiledLifecycle, CompiledRegion } from './compile.ts';
import type { CompiledTransition } from './compiled-transition.ts';

/** Is told, while a step is taken, what the step reads of an entity's regions and what it writes. */
export interface Recorder {
  /** The region is in one of the states of the mask; any other of them would have given the reader the same answer. */
  read(entity: Entity, region: number, mask: number): void;
  /** The region was put into the state, whether or not it was in it before. */
  wrote(entity: Entity, region: number, state: number): void;
  /** A transition of the region is about to be taken from where the region stands. */
  took?(entity: Entity, region: number, take: CompiledTransition): void;
}

/**
 * An entity in a running world: where each region of its chart stands, and what the system keeps besides. A step reads
 * the regions by `isIn` and `lookUp` and changes them by `put`, and in no other way: so a recorder misses nothing.
 */
export class Entity implements EntityView, Standing {
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
  recorder: Recorder | undefined = undefined;

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

  /** Is the region in one of the states of the mask? Bit `n` stands for the state of index `n`. */
  isIn(region: number, mask: number): boolean {
    const holds = ((mask >>> (this.at[region] as number)) & 1) === 1;
    if (this.recorder !== undefined) this.record(region, holds ? mask : ~mask);
    return holds;
  }

  /** The answer of the region's state, from a table with one for each. States with the same entry are not told apart. */
  lookUp<Answer>(region: number, answers: readonly Answer[]): Answer {
    const answer = answers[this.at[region] as number] as Answer;
    if (this.recorder !== undefined) {
      let mask = 0;
      for (let state = 0; state < answers.length; state += 1) if (answers[state] === answer) mask |= 1 << state;
      this.record(region, mask);
    }
    return answer;
  }

  /** Puts the region into a state, and says whether that is another one. That is not a read: who sees the write knows. */
  put(region: number, state: number): boolean {
    const changed = this.at[region] !== state;
    this.at[region] = state;
    if (this.recorder !== undefined) this.recorder.wrote(this, region, state);
    return changed;
  }

  private record(region: number, mask: number): void {
    const count = this.lifecycle.regions[region]?.states.length ?? 0;
    this.recorder?.read(this, region, mask & (count === 32 ? -1 : (1 << count) - 1));
  }

  is(name: string): boolean {
    const test = this.lifecycle.is.get(name);
    if (!test) throw new Error(`${this.kind} has no condition named ${name}`);
    return test(this, NO_QUESTION);
  }

  state(region: string): string {
    const index = this.lifecycle.regionIndex.get(region);
    if (index === undefined) throw new Error(`${this.kind} has no region ${region}`);
    return this.lookUp(index, (this.lifecycle.regions[index] as CompiledRegion).states);
  }
}

/** Named conditions speak of regions alone: there is nothing to ask of the world. */
const NO_QUESTION = undefined as unknown as Question;
