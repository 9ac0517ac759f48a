import type { Standing } from '../condition/closure.ts';
import type { Data, EntityView, Question } from '../model/index.ts';
import type { Timer } from './clock.ts';
import type { CompiledLifecycle, CompiledRegion } from './compile.ts';
import type { CompiledTransition } from './compiled-transition.ts';

/** Records what a step reads and writes of an entity's regions. */
export interface Recorder {
  /** The region is in one of the states of the mask, and any other of them would have given the same answer. */
  read(entity: Entity, region: number, mask: number): void;
  /** The region was set to the state, even if it was in it before. */
  wrote(entity: Entity, region: number, state: number): void;
  /** A transition of the region is about to be taken from where the region stands. */
  took?(entity: Entity, region: number, take: CompiledTransition): void;
}

/**
 * An entity in a running world: the state of each region of its chart, and its data. A step reads regions only by
 * `isIn` and `lookUp`, and changes them only by `put`, so a recorder misses nothing.
 */
export class Entity implements EntityView, Standing {
  readonly lifecycle: CompiledLifecycle;
  readonly id: string;
  /** `job:1` */
  readonly key: string;
  /** The state index of each region, in the order of the chart. */
  at: Uint8Array;
  data: Data;
  /** Whether the world has it. Until something is accepted or applied, the entity is only asked about. */
  known = false;
  /** Whether the current step has already listed it as touched. */
  touched = false;
  /** Running timers, by region. */
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

  /** Whether the region is in one of the states of the mask. Bit `n` stands for state `n`. */
  isIn(region: number, mask: number): boolean {
    const holds = ((mask >>> (this.at[region] as number)) & 1) === 1;
    if (this.recorder !== undefined) this.record(region, holds ? mask : ~mask);
    return holds;
  }

  /** Looks up the region's state in a table with one answer per state. Equal answers make states indistinguishable. */
  lookUp<Answer>(region: number, answers: readonly Answer[]): Answer {
    const answer = answers[this.at[region] as number] as Answer;
    if (this.recorder !== undefined) {
      let mask = 0;
      for (let state = 0; state < answers.length; state += 1) if (answers[state] === answer) mask |= 1 << state;
      this.record(region, mask);
    }
    return answer;
  }

  /** Sets the region's state; returns whether it changed. The comparison is no read: the recorder sees the write. */
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

/** Named conditions read only regions, so they need no question. */
const NO_QUESTION = undefined as unknown as Question;
