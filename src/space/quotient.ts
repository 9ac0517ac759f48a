import type { Rule, System } from '../model/index.ts';
import { type Place, placesOf } from './classes.ts';
import { ClosedWorld, type SpaceOptions } from './closed-world.ts';
import { Interned } from './interned.ts';
import type { Letter } from './letters.ts';

/** What a letter does in every situation of a node. */
export interface Arrow {
  /** The number of the letter. */
  readonly letter: number;
  /** The number of the node it leads to. */
  readonly to: number;
  /** For each place, the state it is set to; -1 if it keeps its state. */
  readonly sets: Int8Array;
}

/** The rule that decides a command in a node. */
export interface DecidedLetter {
  readonly letter: number;
  readonly rule: Rule;
}

/** One class for each place, and what happens there. */
export interface Node {
  readonly classes: Uint8Array;
  readonly arrows: readonly Arrow[];
  /** Letters that are taken and change nothing. */
  readonly idle: readonly number[];
  /** Letters that would move a fixed region, and are excluded. */
  readonly still: readonly number[];
  /** Commands that a rule decides. */
  readonly answers: readonly DecidedLetter[];
}

/** The quotient of the space by the classes of its places. The first node contains the initial situation. */
export interface Quotient {
  readonly places: readonly Place[];
  readonly letters: readonly Letter[];
  readonly nodes: readonly Node[];
  /** The initial state of each place. */
  readonly initial: Uint8Array;
  /** Facts held at their usual value, as `KIND FACT`. */
  readonly held: ReadonlySet<string>;
}

/**
 * Compiles the space of an entity. For each node the engine runs every letter in two situations that differ in as many
 * places as possible. A place that ends in the same state in both was set; a place that keeps its state in each was not
 * touched. No rule is stated twice; the result is tables.
 */
export function compileSpace(system: System, kind: string, options: SpaceOptions = {}): Quotient {
  const closed = new ClosedWorld(system, kind, options);
  const still = new Set((system.entities[kind]?.space?.fixed ?? []).map((region) => `${kind} ${region}`));
  for (;;) {
    const compiler = new Compiler(closed, still);
    const done = compiler.run();
    if (done) return done;
  }
}

/** For each class of each place: the states that some arrow sets, or that are initial. */
export function reachedStates({ places, nodes, initial }: Quotient): number[][][] {
  const reached = places.map((_, place) => new Set([initial[place] as number]));
  for (const { arrows } of nodes) {
    for (const { sets } of arrows) {
      sets.forEach((state, place) => {
        if (state >= 0) reached[place]?.add(state);
      });
    }
  }
  return places.map(({ classes }, place) =>
    classes.map((members) => members.filter((state) => reached[place]?.has(state))),
  );
}

class Compiler {
  private readonly closed: ClosedWorld;
  private readonly places: readonly Place[];
  private readonly still: readonly number[];
  /** The nodes found, by their classes. */
  private readonly found = new Interned<string, Uint8Array>();

  constructor(closed: ClosedWorld, still: ReadonlySet<string>) {
    this.closed = closed;
    this.places = placesOf(closed);
    this.still = this.places.flatMap(({ kind, name }, place) => (still.has(`${kind} ${name}`) ? [place] : []));
  }

  /** Undefined if code reads a region whose states were merged: it then runs again with them kept apart. */
  run(): Quotient | undefined {
    const { closed, places } = this;
    const known = closed.read.size;
    const initial = Uint8Array.from(places, ({ member, region }) => {
      return closed.members[member]?.lifecycle.initial[region] as number;
    });
    this.numberOf(initial);
    const nodes: Node[] = [];
    for (const classes of this.found.list) {
      const node = this.expand(classes);
      if (!node || closed.read.size > known) return undefined;
      nodes.push(node);
    }
    return { places, letters: closed.letters, nodes, initial, held: closed.held };
  }

  /** Undefined as soon as code reads a region that was not read before. */
  private expand(classes: Uint8Array): Node | undefined {
    const { closed, places } = this;
    const known = closed.read.size;
    const first = Uint8Array.from(places, ({ classes: all }, place) => all[classes[place] as number]?.[0] as number);
    const other = Uint8Array.from(places, ({ classes: all }, place) => {
      const members = all[classes[place] as number] as readonly number[];
      return members[1] ?? (members[0] as number);
    });
    const arrows: Arrow[] = [];
    const idle: number[] = [];
    const still: number[] = [];
    const answers: DecidedLetter[] = [];
    for (const [number, letter] of closed.letters.entries()) {
      this.place(first);
      const { taken, rule } = closed.take(letter);
      if (rule) answers.push({ letter: number, rule });
      if (closed.read.size > known) return undefined;
      if (!taken) continue;
      const after = this.standing();
      this.place(other);
      closed.take(letter);
      if (closed.read.size > known) return undefined;
      const sets = this.setsOf(letter, [first, other], [after, this.standing()]);
      if (this.still.some((place) => (sets[place] as number) >= 0 && sets[place] !== first[place])) {
        still.push(number);
        continue;
      }
      const moves = sets.some((set, place) => set >= 0 && (set !== first[place] || set !== other[place]));
      if (moves) arrows.push({ letter: number, to: this.numberOf(after), sets });
      else idle.push(number);
    }
    return { classes, arrows, idle, still, answers };
  }

  /** What was set, from two situations and their results. */
  private setsOf(
    letter: Letter,
    [first, other]: readonly [Uint8Array, Uint8Array],
    [after, otherAfter]: readonly [Uint8Array, Uint8Array],
  ): Int8Array {
    return Int8Array.from(this.places, (place, index) => {
      if (after[index] === otherAfter[index]) return after[index] as number;
      if (after[index] === first[index] && otherAfter[index] === other[index]) return -1;
      throw new Error(`${letter.kind} ${letter.event} distinguishes states of ${place.name} in one class`);
    });
  }

  private numberOf(standing: Uint8Array): number {
    const classes = Uint8Array.from(this.places, ({ classOf }, place) => classOf[standing[place] as number] as number);
    return this.found.numberOf(String.fromCharCode(...classes), classes);
  }

  private place(standing: Uint8Array): void {
    this.places.forEach(({ member, region }, place) => {
      (this.closed.members[member]?.at as Uint8Array)[region] = standing[place] as number;
    });
  }

  private standing(): Uint8Array {
    return Uint8Array.from(this.places, ({ member, region }) => this.closed.members[member]?.at[region] as number);
  }
}
