import { compileCondition } from '../condition/closure.ts';
import { World } from '../engine/world.ts';
import type { Fact, Projection, Question, System, Value } from '../model/index.ts';
import { freeRegion } from './delays-as-events.ts';
import type { WatchedWorld } from './watched-world.ts';

/**
 * The facts of a closed world: those that its members determine are computed, free ones are read from their regions, and
 * those that need the outside or data are held.
 */
export class WatchedFacts {
  /** Facts held at their usual value, as `KIND FACT`. */
  readonly held = new Set<string>();
  private readonly system: System;
  private readonly seen: WatchedWorld;
  private readonly outside: ReadonlySet<string> | undefined;
  /** The new world that gives outside facts their value. */
  private readonly around: World | undefined;

  constructor(system: System, seen: WatchedWorld, outside: ReadonlySet<string> | undefined, asNew: boolean) {
    this.system = system;
    this.seen = seen;
    this.outside = outside;
    this.around = asNew || outside ? new World(system) : undefined;
  }

  /** The fact as the closed world computes it. */
  watched(kind: string, name: string, fact: Fact, isFree: boolean): Fact {
    if (this.outside) return { ...fact, of: this.closely(kind, name, fact, this.outside) };
    return { ...fact, of: isFree ? this.ofRegion(kind, name, fact) : this.unlessOutside(kind, name, fact) };
  }

  /** The value with which the region of a free fact begins. */
  first(kind: string, fact: Fact): Value {
    return this.outside ? this.inNewWorld(kind, fact) : fact.usual;
  }

  private ofRegion(kind: string, name: string, fact: Fact): Fact['of'] {
    const values = new Map(fact.values.map((value) => [String(value), value]));
    const region = freeRegion(name);
    return ({ self }) => {
      this.seen.read.add(`${kind} ${region}`);
      return values.get(self.state(region)) ?? fact.usual;
    };
  }

  /** A fact that reads only regions is computed; one that needs the outside or data has its usual value. */
  private unlessOutside(kind: string, name: string, fact: Fact): Fact['of'] {
    const { seen } = this;
    return ({ self, event, params }) => {
      seen.sawRegion = false;
      seen.sawData = false;
      const question = { world: seen.hands, self: seen.viewOf(self), event, params };
      const value = seen.inside(() => fact.of(question));
      if (value !== undefined && (seen.sawRegion || !seen.sawData)) return value;
      this.held.add(`${kind} ${name}`);
      const { around } = this;
      return around ? fact.of({ world: around, self: around.peek(kind, self.id), event, params }) : fact.usual;
    };
  }

  /**
   * A fact that the members determine is computed. If data, the outside or other entities of a kind determine it, its
   * own region does, if it has one: those entities may be in any state.
   */
  private closely(kind: string, name: string, fact: Fact, outside: ReadonlySet<string>): Fact['of'] {
    const { seen } = this;
    const region = freeRegion(name);
    const values = new Map(fact.values.map((value) => [String(value), value]));
    const isOutside = outside.has(`${kind} ${name}`);
    const told = (this.system.entities[kind]?.projections ?? []).filter(({ as }) => Object.keys(as).join() === name);
    return ({ self, event, params }) => {
      const question = { world: seen.hands, self: seen.viewOf(self), event, params };
      seen.sawOthers = false;
      const least = this.decided(fact, question, false);
      const other = seen.sawOthers ? this.decided(fact, question, true) : least;
      if (least !== undefined && least === other) return least;
      // A fact of the view may stand for what gates read under other names.
      if (told.length === 0) this.held.add(`${kind} ${name}`);
      if (!isOutside) return this.inferred(fact, told, question) ?? least ?? this.inNewWorld(kind, fact);
      const chosen = values.get(self.state(region)) as Value;
      return least === undefined || other === undefined || chosen === other ? chosen : least;
    };
  }

  /** The value, if the members determine it. `others`: what holds for the other entities of their kinds. */
  private decided(fact: Fact, question: Question, others: boolean): Value | undefined {
    this.seen.ofOthers = others;
    this.seen.sawDataLast = false;
    const value = this.seen.inside(() => fact.of(question));
    return this.seen.sawDataLast ? undefined : value;
  }

  /** The value that the projections say, from what they are said of. */
  private inferred(fact: Fact, told: readonly Projection[], question: Question): Value | undefined {
    const entity = this.seen.entityOf(question.self);
    const said = told.map(({ ask, as }) => ({
      holds: compileCondition(ask, entity.lifecycle.source)(entity, question),
      value: Object.values(as)[0] as Value,
    }));
    const found = said.find(({ holds }) => holds);
    if (found) return found.value;
    return said[0] && fact.values.length === 2 ? fact.values.find((value) => value !== said[0]?.value) : undefined;
  }

  /** The value of a fact in a world in which nothing has happened yet. */
  private inNewWorld(kind: string, fact: Fact): Value {
    const world = this.around as World;
    const self = world.peek(kind, this.system.entities[kind]?.singleton ?? '1');
    const value = fact.of({ world, self, event: '', params: {} });
    return fact.values.includes(value) ? value : fact.usual;
  }
}
