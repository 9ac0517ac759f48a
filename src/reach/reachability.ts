import type { System } from '../model/index.ts';
import { Diagrams, EMPTY } from './diagram/diagrams.ts';
import { type RecordedOptions, RecordedWorld } from './recorded-world.ts';
import { Relations } from './relation.ts';

/** Choices that are the same in every run. */
export function seeded(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / (1 << 24)) * count);
  };
}

export class Reachability {
  readonly world: RecordedWorld;
  readonly diagrams: Diagrams;
  readonly relations: Relations;
  set = EMPTY;

  constructor(system: System, kind: string, options: RecordedOptions) {
    this.world = new RecordedWorld(system, kind, options);
    this.diagrams = new Diagrams(this.world.levels.map(({ states }) => states.length));
    this.relations = new Relations(
      this.diagrams,
      this.world.letters.length,
      (letter, standing) => this.world.run(letter, standing),
      seeded(1),
    );
  }

  /** All situations, by chaining: each group of letters to its fixpoint, until no group adds any. */
  chain(): void {
    const { diagrams, relations, world } = this;
    const groups = new Map<string, number[]>();
    world.letters.forEach(({ kind, event }, letter) => {
      const group = `${kind} ${event.split('.')[0]}`;
      groups.set(group, [...(groups.get(group) ?? []), letter]);
    });
    this.set = diagrams.one(world.initial);
    for (let before = EMPTY; before !== this.set; ) {
      before = this.set;
      for (const group of groups.values()) {
        for (let start = EMPTY; start !== this.set; ) {
          start = this.set;
          for (const letter of group) this.set = diagrams.union(this.set, relations.image(letter, this.set));
        }
      }
    }
  }
}
