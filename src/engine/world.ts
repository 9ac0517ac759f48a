import {
  type Code,
  type CodeName,
  type Data,
  isRefusal,
  type Params,
  type Question,
  type Refusal,
  type System,
  type WorldHands,
} from '../model/index.ts';
import { Clock, type Timer } from './clock.ts';
import type { CompiledLifecycle } from './compile.ts';
import { compileSystem, nameOf } from './compile-system.ts';
import { secondsOfDelay } from './delay.ts';
import { Entity } from './entity.ts';
import { decidingRule } from './judge.ts';
import { type RawChange, react, reacts } from './react.ts';

/** Called with every event before an entity reacts to it, so that a second engine can run alongside and be compared. */
export type Watcher = (entity: Entity, event: string, params: Params) => void;

const NO_PARAMS: Params = {};
const NONE: readonly RawChange[] = [];

/** The entities of one system and what passes between them. */
export class World implements WorldHands {
  readonly system: System;
  readonly clock = new Clock<Entity>();
  /** What changed since the last `begin`, in order. */
  changes: readonly RawChange[] = NONE;
  watcher: Watcher | undefined;
  private readonly lifecycles: ReadonlyMap<string, CompiledLifecycle>;
  private readonly kinds = new Map<string, Map<string, Entity>>();
  private readonly lists = new Map<string, Entity[]>();
  /**
   * The entities touched by the current step: the first `touchedCount` of the list. It is reused to avoid allocation.
   */
  private readonly touched: Entity[] = [];
  private touchedCount = 0;
  private counter = 0;

  constructor(system: System) {
    this.system = system;
    const { lifecycles } = compileSystem(system);
    this.lifecycles = lifecycles;
    for (const [kind, lifecycle] of this.lifecycles) {
      this.kinds.set(kind, new Map());
      this.lists.set(kind, []);
      if (lifecycle.source.singleton !== undefined) this.touch(kind, lifecycle.source.singleton);
    }
    this.forgetTouched();
  }

  get now(): number {
    return this.clock.now;
  }

  order(): number {
    this.counter += 1;
    return this.counter;
  }

  find(kind: string, id: string): Entity | undefined {
    return this.kinds.get(kind)?.get(id);
  }

  all(kind: string): readonly Entity[] {
    return this.lists.get(kind) ?? [];
  }

  /** The entity; if the world does not have it, a blank one that is not added. */
  peek(kind: string, id: string): Entity {
    const found = this.find(kind, id);
    if (found) return found;
    const lifecycle = this.lifecycles.get(kind);
    if (!lifecycle) throw new Error(`${this.system.name} has no entities of the kind ${kind}`);
    return new Entity(lifecycle, id, this.freshData(kind));
  }

  touch(kind: string, id: string): Entity {
    const entity = this.peek(kind, id);
    this.admit(entity);
    return entity;
  }

  /** Every entity of the world, kind by kind. */
  entities(): Entity[] {
    return [...this.lists.values()].flat();
  }

  freshData(kind: string): Record<string, unknown> {
    return this.system.data[kind]?.() ?? {};
  }

  nameOf(code: Code): CodeName {
    return nameOf(this.system, code);
  }

  ask(self: Entity, event: string, params: Params): Question {
    return { world: this, self, event, params };
  }

  /** An independent copy of the same situation. */
  copy(): World {
    const twin = new World(this.system);
    twin.counter = this.counter;
    const twins = new Map<Entity, Entity>();
    for (const list of twin.lists.values()) list.length = 0;
    for (const entity of this.entities()) {
      const other = new Entity(entity.lifecycle, entity.id, copyOf(entity.data) as Data);
      other.at = entity.at.slice();
      twins.set(entity, other);
      twin.admit(other);
    }
    twin.clock.now = this.clock.now;
    for (const timer of this.clock.running()) {
      const { entity, event, due } = timer;
      const other = twins.get(entity) as Entity;
      const region = entity.timers.findIndex((timers) => timers?.includes(timer));
      other.timers[region] = [...(other.timers[region] ?? []), twin.clock.arm(other, event, due - this.clock.now)];
    }
    twin.forgetTouched();
    return twin;
  }

  /** Starts a step: forgets earlier changes. */
  begin(): void {
    this.changes = NONE;
    this.forgetTouched();
  }

  command(entity: Entity, event: string, params: Params): Refusal | { readonly code: Code } | undefined {
    if (!entity.lifecycle.commands.has(event)) return { code: this.system.unknownEvent };
    const deed = (effect: string): void => this.perform(effect, entity, params);
    const rule = decidingRule(entity, event, this.ask(entity, event, params), deed);
    if (rule && !isRefusal(rule)) return undefined;
    if (rule) {
      if (rule.effect !== undefined) this.perform(rule.effect, entity, params);
      return rule;
    }
    const fault = this.system.fault?.(this, entity, event, params);
    if (fault !== undefined) return { code: fault };
    this.tell(entity, event, params);
    return undefined;
  }

  /** Whether anything in the entity's chart would react. Asking changes nothing. */
  reacts(entity: Entity, event: string, params: Params): boolean {
    return reacts(entity, event, this.ask(entity, event, params));
  }

  /**
   * Lets an entity react, and returns whether anything did. Once its chart is at rest, effects run, then delays start,
   * then linked entities are told the signals.
   */
  tell(entity: Entity, event: string, params: Params): boolean {
    this.watcher?.(entity, event, params);
    const reaction = react(entity, event, this.ask(entity, event, params));
    if (reaction === undefined) {
      if (entity.lifecycle.commands.has(event)) this.admit(entity);
      return false;
    }
    this.admit(entity);
    const { changes, effects, exited, armed, signals } = reaction;
    if (changes.length > 0) this.changes = this.changes.length === 0 ? changes : [...this.changes, ...changes];
    for (let each = 0; each < exited.length; each += 1) this.dropDelays(entity, exited[each] as number);
    for (let each = 0; each < effects.length; each += 1) this.perform(effects[each] as string, entity, params);
    if (armed) for (const [region, state] of armed) this.armDelays(entity, region, state);
    for (let each = 0; each < signals.length; each += 1) this.spread(entity, signals[each] as string);
    return true;
  }

  /** Advances the clock and fires what becomes due. */
  wait(seconds: number): void {
    const until = this.clock.now + seconds;
    for (;;) {
      const timer = this.clock.next(until);
      if (!timer) break;
      this.fire(timer);
      this.settle();
    }
    this.clock.now = until;
  }

  /** Ends a step or a timer: what starts by itself starts now. */
  settle(): void {
    const { settle } = this.system;
    // Settling may touch further entities; they are settled as well.
    if (settle) for (let next = 0; next < this.touchedCount; next += 1) settle(this, this.touched[next] as Entity);
    this.forgetTouched();
  }

  private forgetTouched(): void {
    for (let each = 0; each < this.touchedCount; each += 1) (this.touched[each] as Entity).touched = false;
    this.touchedCount = 0;
  }

  private fire({ entity, event }: Timer<Entity>): void {
    this.tell(entity, event, NO_PARAMS);
  }

  private admit(entity: Entity): void {
    if (!entity.touched) {
      entity.touched = true;
      this.touched[this.touchedCount] = entity;
      this.touchedCount += 1;
    }
    if (entity.known) return;
    entity.known = true;
    this.kinds.get(entity.kind)?.set(entity.id, entity);
    this.lists.get(entity.kind)?.push(entity);
  }

  private perform(effect: string, entity: Entity, params: Params): void {
    const act = this.system.effects[effect];
    if (!act) throw new Error(`${this.system.name} has no effect ${effect}`);
    act(this, entity, params);
  }

  private dropDelays(entity: Entity, region: number): void {
    for (const timer of entity.timers[region] ?? []) this.clock.drop(timer);
    entity.timers[region] = undefined;
  }

  private armDelays(entity: Entity, region: number, state: number): void {
    const delays = entity.lifecycle.regions[region]?.delays[state] ?? [];
    if (delays.length === 0 || !entity.isIn(region, 1 << state)) return;
    entity.timers[region] = delays.map(({ event, delay }) =>
      this.clock.arm(entity, event, secondsOfDelay(this.system, delay, this.ask(entity, '', NO_PARAMS))),
    );
  }

  private spread(from: Entity, signal: string): void {
    for (const link of this.system.links) {
      if (link.from !== from.kind || !link.signals.includes(signal)) continue;
      for (const entity of [...link.to(this, from)]) this.tell(entity as Entity, signal, NO_PARAMS);
    }
  }
}

/** Copies plain data deeply. */
function copyOf(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(copyOf);
  if (data === null || typeof data !== 'object') return data;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(data)) copy[key] = copyOf((data as Record<string, unknown>)[key]);
  return copy;
}
