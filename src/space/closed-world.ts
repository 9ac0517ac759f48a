import type { Entity, Recorder } from '../engine/entity.ts';
import { decidingRule } from '../engine/judge.ts';
import { World } from '../engine/world.ts';
import {
  type Effect,
  type Fact,
  isPass,
  isRefusal,
  type Lifecycle,
  type Rule,
  type System,
  type WorldHands,
} from '../model/index.ts';
import { anyOf, freeFact, freeRegion, withoutDelays } from './delays-as-events.ts';
import { type Letter, lettersOf } from './letters.ts';
import { WatchedFacts } from './watched-facts.ts';
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
  /** Facts held at their usual value, as `KIND FACT`. */
  readonly held: ReadonlySet<string>;
  private readonly system: System;
  private readonly byKind = new Map<string, Entity>();
  private readonly seen: WatchedWorld;
  private readonly reachable: WorldHands;
  private readonly facts: WatchedFacts;
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
    this.seen = new WatchedWorld(outside !== undefined);
    this.facts = new WatchedFacts(system, this.seen, this.outside, asNew);
    this.held = this.facts.held;
    this.read = this.seen.read;
    const { all } = this.seen.hands;
    this.reachable = { ...this.seen.hands, all: (other) => (kinds.includes(other) ? all(other).slice(0, 1) : []) };
    this.world = new World(this.confine(kinds, free));
    this.members = kinds.map((each) => this.world.touch(each, system.entities[each]?.singleton ?? '1'));
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
    const facts = lifecycle.regions.map(({ name }) => (freeFact(name) === undefined ? undefined : `${name} `));
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
    const open = free.map((name) => {
      const fact = facts[name] as Fact;
      return [freeRegion(name), anyOf(name, { ...fact, usual: this.facts.first(lifecycle.kind, fact) })] as const;
    });
    const watched = Object.entries(facts).map(([name, fact]) => {
      return [name, this.facts.watched(lifecycle.kind, name, fact, free.includes(name))] as const;
    });
    return {
      ...lifecycle,
      chart: { ...chart, states: Object.fromEntries([...states, ...open]) },
      facts: Object.fromEntries(watched),
    };
  }

  /** The facts of a kind that have a region of their own. */
  private openFacts(kind: string, free: readonly string[]): readonly string[] {
    if (!this.outside) return kind === this.kind ? free : [];
    return Object.keys(this.system.entities[kind]?.facts ?? {}).filter((fact) => this.outside?.has(`${kind} ${fact}`));
  }
}

/** The effects that send internal events of these lifecycles and decide by regions alone. */
const sendingEffects = (lifecycles: readonly Lifecycle[]): Set<string> =>
  new Set(
    lifecycles.flatMap(({ internal = {} }) =>
      Object.values(internal).flatMap(({ sentBy }) => (sentBy === undefined ? [] : [sentBy])),
    ),
  );
