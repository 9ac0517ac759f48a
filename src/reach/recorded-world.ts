import type { CompiledTransition } from '../engine/compiled-transition.ts';
import type { Entity, Recorder } from '../engine/entity.ts';
import type { System } from '../model/index.ts';
import type { Place } from '../space/classes.ts';
import { ClosedWorld, type LetterResult, type SpaceOptions } from '../space/closed-world.ts';
import { isFactChange } from '../space/delays-as-events.ts';
import type { Letter } from '../space/letters.ts';
import { allStates } from './diagram/masks.ts';
import type { Trace } from './relation.ts';

/** A level of the diagrams: a region of one of the members. */
export type DiagramLevel = Omit<Place, 'classes' | 'classOf'>;

/** The options of a closed world, and the entity's regions that stay in their initial state. */
export interface RecordedOptions extends SpaceOptions {
  /** A letter that would change one of these regions is not taken. */
  readonly still?: readonly string[];
}

/** A transition that a step takes. */
export interface TakenTransition {
  readonly entity: Entity;
  readonly region: number;
  readonly level: number;
  readonly transition: CompiledTransition;
  /** The region's state at that moment; -1 if the step had not changed it yet. */
  readonly from: number;
}

type TookListener = (taken: TakenTransition) => void;

/** A closed world that records what the engine reads and writes in a step. */
export class RecordedWorld {
  readonly closed: ClosedWorld;
  readonly levels: readonly DiagramLevel[];
  readonly initial: Uint8Array;
  /** The level of each region of each member. */
  private readonly levelsOf: ReadonlyMap<Entity, readonly number[]>;
  private readonly still: readonly number[];
  private readonly every: readonly number[];
  private reads: number[] = [];
  private sets = new Int8Array();
  private known: number[] = [];
  private took: TookListener | undefined;

  constructor(system: System, kind: string, { still = [], ...options }: RecordedOptions) {
    this.closed = new ClosedWorld(system, kind, options);
    const { members } = this.closed;
    // Companions first, each in the order of its chart: this variable order made the fewest nodes.
    this.levels = members
      .map(({ kind: of, lifecycle }, member) =>
        lifecycle.regions.map(({ name, states }, region): DiagramLevel => ({ member, kind: of, region, name, states })),
      )
      .reverse()
      .flat();
    this.every = this.levels.map(({ states }) => allStates(states.length));
    this.initial = Uint8Array.from(
      this.levels,
      ({ member, region }) => members[member]?.lifecycle.initial[region] as number,
    );
    this.levelsOf = new Map(
      members.map((entity, index) => [
        entity,
        entity.lifecycle.regions.map((_, at) =>
          this.levels.findIndex(({ member, region }) => member === index && region === at),
        ),
      ]),
    );
    this.still = this.levels.flatMap(({ kind: of, name }, level) =>
      of === kind && still.includes(name) ? [level] : [],
    );
    const levelOf = (entity: Entity, region: number): number => this.levelsOf.get(entity)?.[region] as number;
    const recorder: Recorder = {
      read: (entity, region, mask) => this.read(levelOf(entity, region), mask),
      wrote: (entity, region, state) => {
        this.sets[levelOf(entity, region)] = state;
      },
      took: (entity, region, transition) => {
        const level = levelOf(entity, region);
        const from = this.sets[level] === -1 ? -1 : (entity.at[region] as number);
        this.took?.({ entity, region, level, transition, from });
      },
    };
    this.closed.listener = recorder;
    if (!options.outside) for (const member of members) member.recorder = recorder;
  }

  get letters(): readonly Letter[] {
    return this.closed.letters;
  }

  /** The level of a region; -1 if there is none. */
  levelOf(kind: string, region: string): number {
    return this.levels.findIndex((level) => level.kind === kind && level.name === region);
  }

  /** Whether the letter changes a free fact. */
  isFactChange(letter: number): boolean {
    return isFactChange((this.letters[letter] as Letter).event);
  }

  /** Takes a letter. `took` hears of the transitions that are taken on the way. */
  run(letter: number, standing: Uint8Array, took?: TookListener): Trace<LetterResult> {
    this.took = took;
    const trace = this.heard(standing, () => this.closed.take(this.letters[letter] as Letter));
    this.took = undefined;
    const moved = this.still.some((level) => ![-1, this.initial[level]].includes(trace.sets[level]));
    return moved ? { ...trace, result: { ...trace.result, taken: false } } : trace;
  }

  /** Runs a function with the members in these states, and records its reads and writes. */
  heard<Result>(standing: Uint8Array, act: () => Result): Trace<Result> {
    this.levels.forEach(({ member, region }, level) => {
      (this.closed.members[member] as Entity).at[region] = standing[level] as number;
    });
    this.reads = [];
    this.sets = new Int8Array(standing.length).fill(-1);
    this.known = this.every.slice();
    const result = act();
    return { reads: this.reads, sets: this.sets, result };
  }

  /** Ignores reads of levels that this step has set, and masks that add no information. */
  private read(level: number, mask: number): void {
    if (this.sets[level] !== -1) return;
    const known = this.known[level] as number;
    const left = known & mask;
    if (left === known) return;
    this.known[level] = left;
    this.reads.push(level, left);
  }
}
