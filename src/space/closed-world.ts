import { compileCondition } from '../condition/closure.ts';
import type { Entity, Recorder } from '../engine/entity.ts';
import { decidingRule } from '../engine/judge.ts';
import { World } from '../engine/world.ts';
import {
  type Chart,
  type Effect,
  type Fact,
  isPass,
  isRefusal,
  type Lifecycle,
  type Projection,
  type Question,
  type Rule,
  type System,
  type Value,
  type WorldHands,
} from '../model/index.ts';
import { anyOf, freeRegion, withoutDelays } from './delays-as-events.ts';
import { type Letter, lettersOf } from './letters.ts';
import { WatchedWorld } from './watched-world.ts';

/** What to include in a space. */
export interface SpaceOptions {
  /** Facts of the entity that can take any of their values at any time. */
  readonly free?: readonly string[];
  /** Only letters that a scenario can express. */
  readonly sayable?: boolean;
  /** Facts that read the outside have their value in a new world, not their usual value. */
  readonly asNew?: boolean;
  /**
   * Facts, as `KIND FACT`, that can take any of their values at any time if they depend on the outside; those that the
   * members determine are computed. With this option nothing else is left out: the other entities take all their
   * commands and reports, and there may be more entities of the same kinds.
   */
  readonly outside?: readonly string[];
}

/** The result of a letter: the rule that refused it, or whether anything reacted. */
export interface LetterResult {
  readonly taken: boolean;
  readonly rule: Rule | undefined;
}

/**
 * A world of the engine with one entity and those explored with it. The states of its regions are set from outside
 * before each step. Effects do nothing here, because data is left out. Only if nothing else is left out are those
 * effects run that send events depending on regions alone. A fact that reads the outside has its usual value. When code
 * reads the state of a region directly, this is recorded, so that the region's states stay distinct.
 */
export class ClosedWorld {
  readonly kind: string;
  readonly world: World;
  readonly members: readonly Entity[];
  readonly letters: readonly Letter[];
  /** Regions read by code, as `KIND REGION`. */
  readonly read: ReadonlySet<string>;
  /** Facts held at their usual value. */
  readonly held = new Set<string>();
  private readonly system: System;
  private readonly byKind = new Map<string, Entity>();
  private readonly seen: WatchedWorld;
  private readonly reachable: WorldHands;
  /** The new world that gives outside facts their value. */
  private readonly around: World | undefined;
  readonly outside: ReadonlySet<string> | undefined;
  /** Is told what the steps of a space that leaves nothing out read and write. */
  listener: Recorder | undefined;
  private changing = '';
  private readonly before = new Map<Entity, Uint8Array>();

  constructor(system: System, kind: string, options: SpaceOptions = {}) {
    const { free = [], sayable = false, asNew = false, outside } = options;
    this.outside = outside && new Set(outside);
    const subject = system.entities[kind];
    if (!subject) throw new Error(`${system.name} has no entities of the kind ${kind}`);
    const others = subject.space?.with ?? {};
    const kinds = [kind, ...Object.keys(others)];
    this.kind = kind;
    this.system = system;
    this.around = asNew || outside ? new World(system) : undefined;
    this.seen = new WatchedWorld(outside !== undefined);
    this.read = this.seen.read;
    const { all } = this.seen.hands;
    this.reachable = { ...this.seen.hands, all: (other) => (kinds.includes(other) ? all(other).slice(0, 1) : []) };
    this.world = new World(this.confine(kinds, free));
    this.members = kinds.map((each) => this.world.touch(each, subject.singleton ?? '1'));
    for (const member of this.members) this.byKind.set(member.kind, member);
    this.seen.show(this.world, this.members);
    if (outside) for (const member of this.members) member.recorder = this.keepFacts(member);
    const letters = kinds.flatMap((each) =>
      lettersOf(system, system.entities[each] as Lifecycle, kinds, {
        only: each === kind || outside ? undefined : others[each],
        together: outside !== undefined,
      }),
    );
    const open = kinds.flatMap((each) => this.openFacts(each, free).map((fact) => [each, fact] as const));
    const changes = open.flatMap(([each, fact]) =>
      (system.entities[each]?.facts[fact]?.values ?? []).map((value): Letter => {
        return { kind: each, event: `${freeRegion(fact)} ${value}`, params: {}, line: undefined };
      }),
    );
    const isSent = ({ kind: of, event }: Letter): boolean =>
      system.entities[of]?.internal?.[event]?.sentBy !== undefined;
    this.letters = [...letters, ...changes].filter(
      (letter) => (!sayable || letter.line !== undefined) && !(outside && isSent(letter)),
    );
  }

  /** Applies a letter to the current states of the members, to the end of the step. */
  take({ kind, event, params }: Letter): LetterResult {
    const entity = this.byKind.get(kind) as Entity;
    const { world } = this;
    world.begin();
    this.changing = event;
    if (this.outside) for (const member of this.members) this.before.set(member, member.at.slice());
    let taken = true;
    let rule: Rule | undefined;
    if (entity.lifecycle.commands.has(event)) {
      rule = decidingRule(entity, event, world.ask(entity, event, params));
      if (rule && isRefusal(rule)) taken = false;
      else if (!rule || !isPass(rule)) world.tell(entity, event, params);
    } else taken = world.tell(entity, event, params);
    world.settle();
    return { taken, rule };
  }

  /** An entity that restarts does not change the outside world: the region of a fact moves only by its own letters. */
  private keepFacts({ lifecycle }: Entity): Recorder {
    const facts = lifecycle.regions.map(({ name }) => (name.startsWith(freeRegion('')) ? `${name} ` : undefined));
    return {
      read: (entity, region, mask) => this.listener?.read(entity, region, mask),
      took: (entity, region, transition) => this.listener?.took?.(entity, region, transition),
      wrote: (entity, region, state) => {
        const fact = facts[region];
        if (fact === undefined || this.changing.startsWith(fact)) this.listener?.wrote(entity, region, state);
        else entity.at[region] = this.before.get(entity)?.[region] as number;
      },
    };
  }

  /** The system without effects, faults and the outside, with its code observed. */
  private confine(kinds: readonly string[], free: readonly string[]): System {
    const { fault: _fault, settle, effects, links, entities, ...system } = this.system;
    const sending = this.outside ? sendingEffects(kinds.map((kind) => entities[kind] as Lifecycle)) : new Set<string>();
    return {
      ...system,
      effects: Object.fromEntries(
        Object.entries(effects).map(([name, effect]) => [name, sending.has(name) ? this.sent(effect) : () => {}]),
      ),
      links: links
        .filter(({ from }) => kinds.includes(from))
        .map((link) => ({
          ...link,
          to: (_, from) => {
            const found = this.seen.inside(() => link.to(this.reachable, this.seen.viewOf(from))) ?? [];
            return found.map((view) => this.seen.entityOf(view));
          },
        })),
      entities: Object.fromEntries(
        kinds.map((kind) => [kind, this.lifecycleOf(entities[kind] as Lifecycle, this.openFacts(kind, free))]),
      ),
      ...(settle
        ? { settle: (_, touched) => this.seen.inside(() => settle(this.reachable, this.seen.viewOf(touched))) }
        : {}),
    } satisfies System;
  }

  /** An effect that sends events to members. It depends only on their regions, so their data stays initial. */
  private sent(effect: Effect): Effect {
    return (_, self, params) => {
      const entity = this.seen.entityOf(self);
      entity.data = this.world.freshData(entity.kind);
      effect(this.seen.hands, this.seen.viewOf(self), params);
    };
  }

  /** Turns delays into events, so that there is no clock, and free facts into regions. */
  private lifecycleOf(lifecycle: Lifecycle, free: readonly string[]): Lifecycle {
    const { chart, facts } = lifecycle;
    const states = Object.entries(chart.states).map(([name, region]) => [name, withoutDelays(name, region)] as const);
    const open = free.map((fact) => {
      const begins = this.outside ? this.inNewWorld(lifecycle.kind, facts[fact] as Fact) : facts[fact]?.usual;
      return [freeRegion(fact), anyOf(fact, { ...(facts[fact] as Fact), usual: begins ?? null })] as const;
    });
    const watched: Chart = { ...chart, states: Object.fromEntries([...states, ...open]) };
    return {
      ...lifecycle,
      chart: watched,
      facts: Object.fromEntries(
        Object.entries(facts).map(([name, fact]) => [
          name,
          this.outside
            ? this.watchClosely(lifecycle.kind, name, fact)
            : this.watch(lifecycle.kind, name, fact, free.includes(name)),
        ]),
      ),
    };
  }

  /** A fact that reads only regions is computed; one that needs the outside or data has its usual value. */
  private watch(kind: string, name: string, fact: Fact, free: boolean): Fact {
    if (free) {
      const values = new Map(fact.values.map((value) => [String(value), value]));
      const region = freeRegion(name);
      const of = ({ self }: Question) => {
        this.seen.read.add(`${kind} ${region}`);
        return values.get(self.state(region)) ?? fact.usual;
      };
      return { ...fact, of };
    }
    const of = ({ self, event, params }: Question) => {
      this.seen.sawRegion = false;
      this.seen.sawData = false;
      const question = { world: this.seen.hands, self: this.seen.viewOf(self), event, params };
      const value = this.seen.inside(() => fact.of(question));
      if (value !== undefined && (this.seen.sawRegion || !this.seen.sawData)) return value;
      this.held.add(`${kind} ${name}`);
      const { around } = this;
      return around ? fact.of({ world: around, self: around.peek(kind, self.id), event, params }) : fact.usual;
    };
    return { ...fact, of };
  }

  /** The facts of a kind that have a region of their own. */
  private openFacts(kind: string, free: readonly string[]): readonly string[] {
    if (!this.outside) return kind === this.kind ? free : [];
    return Object.keys(this.system.entities[kind]?.facts ?? {}).filter((fact) => this.outside?.has(`${kind} ${fact}`));
  }

  /** The value of a fact in a world in which nothing has happened yet. */
  private inNewWorld(kind: string, fact: Fact): Value {
    const world = this.around as World;
    const value = fact.of({
      world,
      self: world.peek(kind, this.system.entities[kind]?.singleton ?? '1'),
      event: '',
      params: {},
    });
    return fact.values.includes(value) ? value : fact.usual;
  }

  /**
   * A fact that the members determine is computed. If data, the outside or other entities of a kind determine it, its
   * own region does, if it has one: those entities may be in any state.
   */
  private watchClosely(kind: string, name: string, fact: Fact): Fact {
    const region = freeRegion(name);
    const values = new Map(fact.values.map((value) => [String(value), value]));
    const of = ({ self, event, params }: Question): Value => {
      const question = { world: this.seen.hands, self: this.seen.viewOf(self), event, params };
      this.seen.sawOthers = false;
      const least = this.decided(fact, question, false);
      const other = this.seen.sawOthers ? this.decided(fact, question, true) : least;
      if (least !== undefined && least === other) return least;
      if (!this.isTold(kind, name)) this.held.add(`${kind} ${name}`);
      if (!this.outside?.has(`${kind} ${name}`))
        return this.inferred(kind, name, question) ?? least ?? this.inNewWorld(kind, fact);
      const chosen = values.get(self.state(region)) as Value;
      return least === undefined || other === undefined || chosen === other ? chosen : least;
    };
    return { ...fact, of };
  }

  /** A fact of the view that stands for what gates read under other names. */
  private isTold(kind: string, name: string): boolean {
    return this.toldAs(kind, name).length > 0;
  }

  private toldAs(kind: string, name: string): readonly Projection[] {
    return (this.system.entities[kind]?.projections ?? []).filter(({ as }) => Object.keys(as).join() === name);
  }

  private inferred(kind: string, name: string, question: Question): Value | undefined {
    const fact = this.system.entities[kind]?.facts[name] as Fact;
    const { lifecycle } = this.byKind.get(kind) as Entity;
    const told = this.toldAs(kind, name).map(({ ask, as }) => ({
      holds: compileCondition(ask, lifecycle.source)(this.byKind.get(kind) as Entity, question),
      said: (as as { readonly [name: string]: Value })[name] as Value,
    }));
    const found = told.find(({ holds }) => holds);
    if (found) return found.said;
    if (told.length > 0 && fact.values.length === 2) return fact.values.find((value) => value !== told[0]?.said);
    return undefined;
  }

  /** The value, if the members determine it. `others`: what holds for the other entities of their kinds. */
  private decided(fact: Fact, question: Question, others: boolean): Value | undefined {
    this.seen.ofOthers = others;
    this.seen.sawDataLast = false;
    const value = this.seen.inside(() => fact.of(question));
    return this.seen.sawDataLast ? undefined : value;
  }
}

/** The effects that send internal events of these lifecycles and decide by regions alone. */
const sendingEffects = (lifecycles: readonly Lifecycle[]): Set<string> =>
  new Set(
    lifecycles.flatMap(({ internal = {} }) =>
      Object.values(internal).flatMap(({ sentBy }) => (sentBy === undefined ? [] : [sentBy])),
    ),
  );
