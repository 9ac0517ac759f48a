import type { System } from '../model/index.ts';
import { OPENING, type Read } from '../space/lines.ts';
import { EMPTY } from './diagram/nodes.ts';
import type { Reachable } from './reachability.ts';
import { OPEN, Rings, type Route, type RouteStep } from './rings.ts';

/** The most steps of a backward search. */
const MOST_STEPS = 60;

/**
 * Shortest routes. For a set beyond the rings that are kept, a backward search runs until it meets the last one, so every
 * route is a shortest one.
 */
export class Routes {
  readonly rings: Rings;
  private readonly reachable: Reachable;

  /** `from`: the set in which routes start; default: the initial situation. */
  constructor(reachable: Reachable, system: System, read: Read, from?: number) {
    this.reachable = reachable;
    this.rings = new Rings(reachable, system, read, from);
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
      if (!this.rings.free.includes(late[from] as RouteStep)) continue;
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
    const lines = route.moves.findLastIndex((move) => !this.rings.free.includes(move)) + 1;
    let at = diagrams.one(route.start);
    for (const [index, move] of route.moves.entries()) {
      if (index >= lines && diagrams.common(at, set) !== EMPTY) {
        return { ...route, moves: route.moves.slice(0, index), end: this.rings.pick(at) };
      }
      if (move !== OPEN) at = transitions.image(move, at);
    }
    return route;
  }

  private search(set: number): Route | undefined {
    const { diagrams } = this.reachable;
    if (set === EMPTY) return undefined;
    for (const [distance, ring] of this.rings.entries()) {
      const met = diagrams.common(ring, set);
      if (met !== EMPTY) return this.rings.routeTo(distance, this.rings.pick(met), []);
    }
    return this.rings.complete ? undefined : this.backFrom(set);
  }

  /** A shortest route to a set whose nearest members are in this ring. */
  routeIn(distance: number, set: number): Route {
    const met = this.reachable.diagrams.common(this.rings.at(distance), set);
    return this.shortened(this.rings.routeTo(distance, this.rings.pick(met), []), set);
  }

  /** Searches backwards, layer by layer, until a layer meets the last ring; then goes forward again. */
  private backFrom(set: number): Route | undefined {
    const { diagrams, transitions, set: reached } = this.reachable;
    const { rings } = this;
    for (const letter of [...rings.said, ...rings.free]) transitions.learn(letter, reached);
    const back = (letter: number, to: number) => transitions.preimage(letter, to);
    const last = rings.at(rings.count - 1);
    const layers = [rings.closed(set, EMPTY, back)];
    let all = layers[0] as number;
    for (let step = 1; step <= MOST_STEPS; step += 1) {
      let from = EMPTY;
      for (const letter of rings.said) from = diagrams.union(from, back(letter, layers.at(-1) as number));
      const layer = rings.closed(diagrams.minus(from, all), all, back);
      if (layer === EMPTY) return undefined;
      layers.push(layer);
      all = diagrams.union(all, layer);
      const met = diagrams.common(last, layer);
      if (met !== EMPTY) return this.forward(rings.pick(met), layers, set);
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
      const letters = step > 0 ? this.rings.said : [];
      if (step === 0 && diagrams.has(set, at)) break;
      const way = this.within(at, goal, letters, layers[step] as number);
      for (const letter of way) {
        moves.push(letter);
        at = this.rings.pick(transitions.image(letter, diagrams.one(at)));
      }
    }
    return this.rings.routeTo(this.rings.count - 1, start, moves, at);
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
      for (const letter of this.rings.free) {
        const to = diagrams.common(transitions.image(letter, one), among);
        if (to === EMPTY || known.has(to)) continue;
        known.add(to);
        open.push({ at: to, way: [...way, letter] });
      }
    }
    throw new Error('a layer leads to none before it');
  }
}
