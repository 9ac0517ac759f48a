import type { System } from '../model/index.ts';
import { ClosedWorld, type SpaceOptions } from '../space/closed-world.ts';
import type { Letter } from '../space/letters.ts';
import type { Trace } from './relation.ts';

/** A region of one of the members: a level of the diagrams. */
export interface Level {
  readonly member: number;
  readonly kind: string;
  readonly region: number;
  readonly name: string;
  readonly states: readonly string[];
}

/** A closed world whose engine is heard while it takes a step. */
export class RecordedWorld {
  readonly closed: ClosedWorld;
  readonly levels: readonly Level[];
  readonly initial: Uint8Array;
  private reads: number[] = [];
  private sets = new Int8Array();
  private known: number[] = [];
  private present = new Uint8Array();

  constructor(system: System, kind: string, options: SpaceOptions) {
    this.closed = new ClosedWorld(system, kind, options);
    const { members } = this.closed;
    this.levels = members.flatMap((member, index) =>
      member.lifecycle.regions.map(({ name, states }, region) => ({ member: index, kind: member.kind, region, name, states })),
    );
    this.initial = Uint8Array.from(
      this.levels,
      ({ member, region }) => members[member]?.lifecycle.initial[region] as number,
    );
    members.forEach((member, index) => {
      const first = this.levels.findIndex((level) => level.member === index);
      member.at = new Proxy(member.at, {
        get: (at, key) => {
          if (typeof key === 'string' && /^\d+$/.test(key)) return this.read(first + Number(key));
          if (key === 'set') return (from: Uint8Array) => from.forEach((state, region) => this.write(first + region, state));
          return Reflect.get(at, key);
        },
        set: (_, key, state) => {
          this.write(first + Number(key), state);
          return true;
        },
      });
    });
  }

  get letters(): readonly Letter[] {
    return this.closed.letters;
  }

  run(letter: number, standing: Uint8Array): Trace {
    this.reads = [];
    this.sets = new Int8Array(standing.length).fill(-1);
    this.present = standing.slice();
    this.known = this.levels.map(({ states }) => (states.length === 32 ? -1 : (1 << states.length) - 1));
    const { taken, rule } = this.closed.take(this.letters[letter] as Letter);
    return { reads: this.reads, sets: this.sets, taken, rule };
  }

  private read(level: number): number {
    const state = this.present[level] as number;
    if (this.sets[level] === -1) this.note(level, 1 << state);
    return state;
  }

  private note(level: number, mask: number): void {
    const known = this.known[level] as number;
    if ((known & mask) === known) return;
    this.known[level] = known & mask;
    this.reads.push(level, known & mask);
  }

  private write(level: number, state: number): void {
    this.present[level] = state;
    this.sets[level] = state;
  }
}
