import type { Entity } from '../engine/entity.ts';
import { Simulator } from '../engine/simulate.ts';
import type { Step, System } from '../model/index.ts';
import { ranksOf } from '../space/letters.ts';
import { OPENING, type Read } from '../space/lines.ts';
import { EMPTY } from './diagram/nodes.ts';
import type { Reachable } from './reachability.ts';
import { masksIn } from './real-world.ts';

/** A ring is not expanded if it has more nodes than this. Situations further away are found by backward search. */
const MOST_NODES = 12_000;
/** The most steps of a backward search. */
const MOST_STEPS = 60;

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
 * Shortest routes by breadth-first search. Ring N has the situations at distance N from the beginning, counted in lines: a
 * letter is a line, so is the usual opening, and a change of a free fact costs nothing. The near rings are kept. For a set
 * beyond them, a backward search runs until it meets the last ring, so every route is a shortest one.
 */
export class Routes {
  readonly rings: number[] = [];
  /** Whether every ring was built. */
  complete = false;
  private readonly reachable: Reachable;
  /** The letters that are lines, plainest first. */
  readonly said: readonly number[];
  private readonly free: readonly number[];
  private readonly opened: number;
  /** The situation after the opening. Members close to it are preferred, since they need no change of a fact. */
  private readonly usual: Uint8Array;
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

  /** A shortest route; undefined if no situation of the set is reachable. */
  to(set: number): Route | undefined {
    const route = this.search(set);
    return route && this.shortened(route, set);
  }

  /** The lines of a route. A change of a free fact has none. */
  linesOf({ moves }: Route): string[] {
    const { letters } = this.reachable.world;
    return moves.flatMap((move) => (move === OPEN ? OPENING : (letters[move]?.line ?? [])));
  }

  /** The same route with each change of a fact as late as possible. */
  delayed({ moves, ...route }: Route, set: number): Route {
    let late = moves;
    for (let from = moves.length - 1; from >= 0; from -= 1) {
      if (!this.free.includes(late[from] as RouteStep)) continue;
      for (let to = late.length - 1; to > from; to -= 1) {
        const moved = late.toSpliced(from, 1).toSpliced(to, 0, late[from] as RouteStep);
        if (!this.leads(route.start, moved, set)) continue;
        late = moved;
        break;
      }
    }
    return { ...route, moves: late };
  }

  private leads(start: Uint8Array, moves: readonly RouteStep[], set: number): boolean {
    const { diagrams, transitions } = this.reachable;
    let at = diagrams.one(start);
    for (const [index, move] of moves.entries()) {
      // Nothing comes before the opening.
      if (move === OPEN && index > 0) return false;
      if (move !== OPEN) at = transitions.image(move, at);
    }
    return diagrams.common(at, set) !== EMPTY;
  }

  /** Drops changes of facts at the end that are not needed. */
  private shortened(route: Route, set: number): Route {
    const { diagrams, transitions } = this.reachable;
    const lines = route.moves.findLastIndex((move) => !this.free.includes(move)) + 1;
    let at = diagrams.one(route.start);
    for (const [index, move] of route.moves.entries()) {
      if (index >= lines && diagrams.common(at, set) !== EMPTY) {
        return { ...route, moves: route.moves.slice(0, index), end: this.pick(at) };
      }
      if (move !== OPEN) at = transitions.image(move, at);
    }
    return route;
  }

  private search(set: number): Route | undefined {
    const { diagrams } = this.reachable;
    if (set === EMPTY) return undefined;
    for (let ring = 0; this.ring(ring); ring += 1) {
      const met = diagrams.common(this.rings[ring] as number, set);
      if (met !== EMPTY) return this.routeTo(ring, this.pick(met), []);
    }
    return this.complete ? undefined : this.backFrom(set);
  }

  /** The situations at this distance; undefined beyond the rings that are kept. */
  ringAt(number: number): number | undefined {
    return this.ring(number) ? this.rings[number] : undefined;
  }

  /** A shortest route to a set whose nearest members are in this ring. */
  routeIn(ring: number, set: number): Route {
    const met = this.reachable.diagrams.common(this.rings[ring] as number, set);
    return this.shortened(this.routeTo(ring, this.pick(met), []), set);
  }

  private ring(number: number): boolean {
    while (!this.complete && this.rings.length <= number && this.grow());
    return number < this.rings.length;
  }

  /** Builds the next ring; false if there is none or the last is too large. */
  private grow(): boolean {
    const { diagrams, transitions } = this.reachable;
    const last = this.rings.at(-1);
    if (last !== undefined) {
      if (diagrams.nodesOf(last).size > MOST_NODES) return false;
      let image = this.rings.length === 1 ? this.opened : EMPTY;
      for (const letter of this.said) image = diagrams.union(image, transitions.image(letter, last));
      this.next = diagrams.minus(image, this.seen);
    }
    if (this.next === EMPTY) {
      this.complete = true;
      return false;
    }
    const ring = this.closed(this.next, this.seen, (letter, set) => transitions.image(letter, set));
    this.rings.push(ring);
    this.seen = diagrams.union(this.seen, ring);
    return true;
  }

  /** The closure of a set under changes of facts, forwards or backwards. */
  private closed(set: number, seen: number, step: (letter: number, set: number) => number): number {
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

  /** Searches backwards, layer by layer, until a layer meets the last ring; then goes forward again. */
  private backFrom(set: number): Route | undefined {
    const { diagrams, transitions, set: reached } = this.reachable;
    for (const letter of [...this.said, ...this.free]) transitions.learn(letter, reached);
    const back = (letter: number, to: number) => transitions.preimage(letter, to);
    const last = this.rings.at(-1) as number;
    const layers = [this.closed(set, EMPTY, back)];
    let all = layers[0] as number;
    for (let step = 1; step <= MOST_STEPS; step += 1) {
      let from = EMPTY;
      for (const letter of this.said) from = diagrams.union(from, back(letter, layers.at(-1) as number));
      const layer = this.closed(diagrams.minus(from, all), all, back);
      if (layer === EMPTY) return undefined;
      layers.push(layer);
      all = diagrams.union(all, layer);
      const met = diagrams.common(last, layer);
      if (met !== EMPTY) return this.forward(this.pick(met), layers, set);
    }
    return undefined;
  }

  private forward(start: Uint8Array, layers: readonly number[], set: number): Route {
    const { diagrams, transitions } = this.reachable;
    const moves: RouteStep[] = [];
    let at = start;
    for (let step = layers.length - 1; step >= 0; step -= 1) {
      // Into the next layer by a line, after changes of facts if needed; in the last layer, into the set.
      const goal = step > 0 ? (layers[step - 1] as number) : set;
      const letters = step > 0 ? this.said : [];
      if (step === 0 && diagrams.has(set, at)) break;
      const way = this.within(at, goal, letters, layers[step] as number);
      for (const letter of way) {
        moves.push(letter);
        at = this.pick(transitions.image(letter, diagrams.one(at)));
      }
    }
    return this.routeTo(this.rings.length - 1, start, moves, at);
  }

  /** The fewest changes of facts that lead into a set, followed by one of the letters if there are any. */
  private within(at: Uint8Array, goal: number, letters: readonly number[], among: number): number[] {
    const { diagrams, transitions } = this.reachable;
    const open: { at: number; way: number[] }[] = [{ at: diagrams.one(at), way: [] }];
    const known = new Set([diagrams.one(at)]);
    for (const { at: one, way } of open) {
      if (letters.length === 0 && diagrams.common(one, goal) !== EMPTY) return way;
      for (const letter of letters) {
        if (diagrams.common(transitions.image(letter, one), goal) !== EMPTY) return [...way, letter];
      }
      for (const letter of this.free) {
        const to = diagrams.common(transitions.image(letter, one), among);
        if (to === EMPTY || known.has(to)) continue;
        known.add(to);
        open.push({ at: to, way: [...way, letter] });
      }
    }
    throw new Error('a layer leads to none before it');
  }

  /** From the beginning to a member of a ring, then the given steps. */
  private routeTo(ring: number, member: Uint8Array, behind: readonly RouteStep[], end = member): Route {
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
    const ring = this.rings[number] as number;
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
        const before = diagrams.common(transitions.preimage(letter, at), this.rings[number - 1] as number);
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
  private pick(set: number): Uint8Array {
    return this.reachable.diagrams.pick(set, this.usual);
  }
}

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
