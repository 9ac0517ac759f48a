import type { Entity } from '../engine/entity.ts';
import { Simulator } from '../engine/simulate.ts';
import type { Step, System } from '../model/index.ts';
import { ranksOf } from '../space/letters.ts';
import { OPENING, type Read } from '../space/lines.ts';
import { EMPTY } from './diagram/nodes.ts';
import type { Reachable } from './reachability.ts';
import { masksIn } from './real-world.ts';

/** A ring is not expanded if it has more nodes than this. */
const MOST_NODES = 12_000;

/** A step of a route: a letter, or the usual opening (-1). */
export type RouteStep = number;
export const OPEN: RouteStep = -1;

/** A shortest route into a set. */
export interface Route {
  readonly moves: readonly RouteStep[];
  /** The number of lines. A change of a free fact is no line. */
  readonly length: number;
  /** The first situation; if the first step is the opening, the one after it. */
  readonly start: Uint8Array;
  readonly end: Uint8Array;
}

/**
 * Breadth-first search. Ring N has the situations at distance N from the beginning, counted in lines: a letter is a line,
 * so is the usual opening, and a change of a free fact costs nothing. The near rings are built as they are asked for, and
 * kept.
 */
export class Rings {
  /** Whether every ring was built. */
  complete = false;
  private readonly reachable: Reachable;
  /** The letters that are lines, plainest first. */
  readonly said: readonly number[];
  /** The letters that change a fact. */
  readonly free: readonly number[];
  private readonly opened: number;
  /** The situation after the opening. Members close to it are preferred, since they need no change of a fact. */
  private readonly usual: Uint8Array;
  private readonly built: number[] = [];
  private seen = EMPTY;
  private next: number;

  /** `from`: the set in which routes start; default: the initial situation. */
  constructor(reachable: Reachable, system: System, read: Read, from?: number) {
    this.reachable = reachable;
    const { world, diagrams } = reachable;
    const letters = [...world.letters.keys()];
    const ranks = ranksOf(system, world.letters);
    this.said = letters
      .filter((letter) => !world.isFactChange(letter))
      .sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
    this.free = letters.filter((letter) => world.isFactChange(letter));
    this.next = from ?? diagrams.one(world.initial);
    this.opened = from === undefined ? diagrams.common(opening(reachable, system, read), reachable.set) : EMPTY;
    this.usual = this.opened === EMPTY ? world.initial : diagrams.pick(this.opened);
  }

  /** Each ring with its distance. */
  *entries(): Generator<readonly [distance: number, set: number]> {
    for (let distance = 0; this.has(distance); distance += 1) yield [distance, this.at(distance)];
  }

  /** How many are built. */
  get count(): number {
    return this.built.length;
  }

  at(distance: number): number {
    return this.built[distance] as number;
  }

  /** Whether there is such a ring, and it is kept. */
  private has(number: number): boolean {
    while (!this.complete && this.built.length <= number && this.grow());
    return number < this.built.length;
  }

  /** Builds the next ring; false if there is none or the last is too large. */
  private grow(): boolean {
    const { diagrams, transitions } = this.reachable;
    const last = this.built.at(-1);
    if (last !== undefined) {
      if (diagrams.nodesOf(last).size > MOST_NODES) return false;
      let image = this.built.length === 1 ? this.opened : EMPTY;
      for (const letter of this.said) image = diagrams.union(image, transitions.image(letter, last));
      this.next = diagrams.minus(image, this.seen);
    }
    if (this.next === EMPTY) {
      this.complete = true;
      return false;
    }
    const ring = this.closed(this.next, this.seen, (letter, set) => transitions.image(letter, set));
    this.built.push(ring);
    this.seen = diagrams.union(this.seen, ring);
    return true;
  }

  /** The closure of a set under changes of facts, forwards or backwards. */
  closed(set: number, seen: number, step: (letter: number, set: number) => number): number {
    const { diagrams } = this.reachable;
    let all = set;
    for (let fresh = set; fresh !== EMPTY; ) {
      let next = EMPTY;
      for (const letter of this.free) next = diagrams.union(next, step(letter, fresh));
      fresh = diagrams.minus(diagrams.minus(next, all), seen);
      all = diagrams.union(all, fresh);
    }
    return all;
  }

  /** From the beginning to a member of a ring, then the given steps. */
  routeTo(ring: number, member: Uint8Array, behind: readonly RouteStep[], end = member): Route {
    const moves = [...behind];
    let at = member;
    let length = behind.filter((move) => !this.free.includes(move)).length;
    for (let number = ring; number >= 0; number -= 1) {
      const { way, from, open } = this.into(number, at);
      moves.unshift(...way);
      if (number > 0) length += 1;
      if (open) moves.unshift(OPEN);
      at = from;
      if (open) break;
    }
    return { moves, length, start: at, end };
  }

  /** How a member of a ring is reached: by a line from the ring before, then by changes of facts. */
  private into(number: number, member: Uint8Array): { way: RouteStep[]; from: Uint8Array; open: boolean } {
    const { diagrams, transitions, world } = this.reachable;
    const ring = this.built[number] as number;
    const begin = this.opened === EMPTY ? ring : diagrams.one(world.initial);
    const start = number === 0 ? begin : number === 1 ? this.opened : EMPTY;
    const layers = [diagrams.one(member)];
    for (let all = layers[0] as number; ; ) {
      const at = layers.at(-1) as number;
      const met = diagrams.common(at, start);
      if (met !== EMPTY) {
        const from = this.pick(met);
        return { way: this.down(from, layers), from, open: number === 1 };
      }
      for (const letter of number > 0 ? this.said : []) {
        const before = diagrams.common(transitions.preimage(letter, at), this.built[number - 1] as number);
        if (before === EMPTY) continue;
        const from = this.pick(before);
        const to = this.pick(transitions.image(letter, diagrams.one(from)));
        return { way: [letter, ...this.down(to, layers)], from, open: false };
      }
      let next = EMPTY;
      for (const letter of this.free) next = diagrams.union(next, transitions.preimage(letter, at));
      next = diagrams.minus(diagrams.common(next, ring), all);
      if (next === EMPTY) throw new Error('a ring has a member that nothing leads to');
      all = diagrams.union(all, next);
      layers.push(next);
    }
  }

  /** The changes of facts that lead from a member of the last layer into the first. */
  private down(member: Uint8Array, layers: readonly number[]): RouteStep[] {
    const { diagrams, transitions } = this.reachable;
    const moves: RouteStep[] = [];
    let at = diagrams.one(member);
    for (let layer = layers.length - 2; layer >= 0; layer -= 1) {
      for (const letter of this.free) {
        const to = diagrams.common(transitions.image(letter, at), layers[layer] as number);
        if (to === EMPTY) continue;
        moves.push(letter);
        at = to;
        break;
      }
    }
    return moves;
  }

  /** A member close to the usual situation. */
  pick(set: number): Uint8Array {
    return this.reachable.diagrams.pick(set, this.usual);
  }
}

/** Whether a step is for one of the members. */
const isWithin = (members: readonly Entity[], step: Step): boolean =>
  !('wait' in step) && members.some(({ kind, id }) => kind === step.kind && id === step.id);

/**
 * The situation after the usual opening; none if it changes what a closed space holds. Facts that depend on parameters
 * have their initial value.
 */
function opening({ world, diagrams }: Reachable, system: System, read: Read): number {
  const simulator = new Simulator(system);
  for (const step of read(OPENING)) {
    if (world.closed.outside === undefined && !isWithin(world.closed.members, step)) return EMPTY;
    simulator.run(step);
  }
  const [{ kind, id }] = world.closed.members as [Entity];
  const masks = masksIn(world, simulator.world, simulator.world.peek(kind, id));
  return diagrams.one(
    masks.map((mask, level) => (mask & (mask - 1) ? (world.initial[level] as number) : 31 - Math.clz32(mask))),
  );
}
