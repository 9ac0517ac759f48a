import {
  type Code,
  type CodeName,
  type Data,
  isRefusal,
  type Params,
  type Question,
  type System,
  type WorldHands,
} from '../model/index.ts';
import { Clock, type Timer } from './clock.ts';
import { type CompiledLifecycle, compile, type Take } from './compile.ts';
import { secondsOfDelay } from './delay.ts';
import { Entity } from './entity.ts';
import { deciding } from './judge.ts';

/** A status that changed, with the code that an error carries still bare. */
export interface RawChange {
  readonly entity: Entity;
  readonly region: number;
  readonly state: number;
  readonly error: Code | undefined;
}

/** Is told of every event before an entity reacts to it: a second engine can run beside this one and be compared. */
export type Watcher = (entity: Entity, event: string, params: Params) => void;

const NO_PARAMS: Params = {};

/** Several entities of one system and what passes between them. Compiled once for each system. */
export class World implements WorldHands {
  readonly system: System;
  readonly clock = new Clock<Entity>();
  /** What changed since the last `begin`, in order. */
  changes: RawChange[] = [];
  watcher: Watcher | undefined;
  private readonly lifecycles: ReadonlyMap<string, CompiledLifecycle>;
  private readonly kinds = new Map<string, Map<string, Entity>>();
  private readonly lists = new Map<string, Entity[]>();
  private readonly names: ReadonlyMap<Code, string>;
  private touched = new Set<Entity>();
  private counter = 0;

  constructor(system: System) {
    this.system = system;
    this.lifecycles = compiled(system);
    this.names = namesOf(system);
    for (const [kind, lifecycle] of this.lifecycles) {
      this.kinds.set(kind, new Map());
      this.lists.set(kind, []);
      if (lifecycle.source.only !== undefined) this.touch(kind, lifecycle.source.only);
    }
    this.touched.clear();
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

  /** The entity, or a blank one that is not a member of the world. */
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

  /** Every entity that was ever touched, kind by kind. */
  entities(): Entity[] {
    return [...this.lists.values()].flat();
  }

  freshData(kind: string): Record<string, unknown> {
    return this.system.data[kind]?.() ?? {};
  }

  nameOf(code: Code): CodeName {
    return { code, name: this.names.get(code) ?? this.system.unlisted ?? String(code) };
  }

  ask(self: Entity, event: string, params: Params): Question {
    return { world: this, self, event, params };
  }

  /** The same situation once more, to go on from without changing this one. */
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
    for (const { entity, event, due } of this.clock.running()) {
      const other = twins.get(entity) as Entity;
      const timer = twin.clock.arm(other, event, due - this.clock.now);
      const index = entity.timers.findIndex((timers) => timers?.some((each) => each.event === event && !each.over));
      other.timers[index] = [...(other.timers[index] ?? []), timer];
    }
    twin.touched.clear();
    return twin;
  }

  /** Starts a step: forgets what changed before. */
  begin(): void {
    this.changes = [];
    this.touched.clear();
  }

  command(entity: Entity, event: string, params: Params): { readonly code: Code } | undefined {
    if (!entity.lifecycle.commands.has(event)) return { code: this.system.unknownEvent };
    const rule = deciding(entity, event, this.ask(entity, event, params), (deed) => this.perform(deed, entity, params));
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

  /** Whether anything in the entity's chart would react: nothing changes by asking. */
  reacts(entity: Entity, event: string, params: Params): boolean {
    const reactions = entity.lifecycle.reactions.get(event);
    if (!reactions) return false;
    const question = this.ask(entity, event, params);
    const inRegion = reactions.regions.some(({ index, takes }) =>
      takes[entity.at[index] as number]?.some(({ test }) => test(entity, question)),
    );
    return inRegion || reactions.whole.some(({ test }) => test(entity, question));
  }

  /** Lets an entity react, and says whether anything in its chart did. */
  tell(entity: Entity, event: string, params: Params): boolean {
    this.watcher?.(entity, event, params);
    const queue: string[] = [event];
    const effects: string[] = [];
    const armed: [number, number][] = [];
    const sent: string[] = [];
    let reacted = false;
    for (let next = 0; next < queue.length; next += 1) {
      const took = this.react(entity, queue[next] as string, params, { queue, effects, armed, sent });
      if (next === 0) reacted = took;
    }
    if (reacted || entity.lifecycle.commands.has(event)) this.admit(entity);
    for (const effect of effects) this.perform(effect, entity, params);
    for (const [region, state] of armed) this.armDelays(entity, region, state);
    for (const signal of sent) this.spread(entity, signal);
    return reacted;
  }

  /** Moves the clock on, firing what falls due on the way. */
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

  /** The end of a step or a timer: what starts by itself starts now. */
  settle(): void {
    const { settle } = this.system;
    if (settle) for (const entity of this.touched) settle(this, entity);
    this.touched.clear();
  }

  private fire({ entity, event }: Timer<Entity>): void {
    this.tell(entity, event, NO_PARAMS);
  }

  private admit(entity: Entity): void {
    this.touched.add(entity);
    if (entity.known) return;
    entity.known = true;
    this.kinds.get(entity.kind)?.set(entity.id, entity);
    this.lists.get(entity.kind)?.push(entity);
  }

  /** One event, one microstep: all regions decide by where the entity stood, then leave, then enter. */
  private react(entity: Entity, event: string, params: Params, out: Outbox): boolean {
    const reactions = entity.lifecycle.reactions.get(event);
    if (!reactions) return false;
    const question = this.ask(entity, event, params);
    const taken: Take[] = [];
    const where: number[] = [];
    for (const { index, takes } of reactions.regions) {
      const take = takes[entity.at[index] as number]?.find(({ test }) => test(entity, question));
      if (!take) continue;
      taken.push(take);
      where.push(index);
    }
    if (taken.length === 0) {
      const whole = reactions.whole.find(({ test }) => test(entity, question));
      if (!whole) return false;
      this.startAfresh(entity, whole, params, out);
      return true;
    }
    for (let each = taken.length - 1; each >= 0; each -= 1)
      this.leave(entity, where[each] as number, taken[each] as Take, out);
    for (const take of taken) out.effects.push(...take.actions);
    for (let each = 0; each < taken.length; each += 1)
      this.enter(entity, where[each] as number, taken[each] as Take, params, out);
    return true;
  }

  private leave(entity: Entity, index: number, take: Take, out: Outbox): void {
    const from = entity.at[index] as number;
    if (take.target < 0 || (take.target === from && !take.anew)) return;
    this.exit(entity, index, from, out);
  }

  private exit(entity: Entity, index: number, from: number, { queue, sent, armed }: Outbox): void {
    const timers = entity.timers[index];
    if (timers) {
      for (const timer of timers) this.clock.drop(timer);
      entity.timers[index] = undefined;
    }
    const stale = armed.findIndex(([region]) => region === index);
    if (stale >= 0) armed.splice(stale, 1);
    const signal = entity.lifecycle.regions[index]?.left[from];
    if (signal !== undefined) {
      queue.push(signal);
      sent.push(signal);
    }
  }

  private enter(entity: Entity, index: number, take: Take, params: Params, out: Outbox): void {
    const from = entity.at[index] as number;
    if (take.target < 0 || (take.target === from && !take.anew)) return;
    entity.at[index] = take.target;
    if (take.target !== from && !take.silent) this.note(entity, index, errorOf(take, params));
    this.announce(entity, index, out);
  }

  private announce(entity: Entity, index: number, { queue, sent, armed }: Outbox): void {
    const state = entity.at[index] as number;
    const region = entity.lifecycle.regions[index];
    if (region?.delays[state]?.length) armed.push([index, state]);
    const signal = region?.entered[state];
    if (signal !== undefined) {
      queue.push(signal);
      sent.push(signal);
    }
  }

  /** A transition of the whole entity: every region begins anew, and only the one that it names shows a change. */
  private startAfresh(entity: Entity, take: Take, params: Params, out: Outbox): void {
    out.effects.push(...take.actions);
    if (take.target < 0) return;
    for (let index = entity.at.length - 1; index >= 0; index -= 1)
      this.exit(entity, index, entity.at[index] as number, out);
    entity.at.set(entity.lifecycle.initial);
    if (entity.at[take.region] !== take.target) {
      entity.at[take.region] = take.target;
      this.note(entity, take.region, errorOf(take, params));
    }
    for (let index = 0; index < entity.at.length; index += 1) this.announce(entity, index, out);
  }

  private note(entity: Entity, region: number, error: Code | undefined): void {
    this.touched.add(entity);
    if (entity.lifecycle.regions[region]?.shown) {
      this.changes.push({ entity, region, state: entity.at[region] as number, error });
    }
  }

  private perform(effect: string, entity: Entity, params: Params): void {
    const act = this.system.effects[effect];
    if (!act) throw new Error(`${this.system.name} has no effect ${effect}`);
    act(this, entity, params);
  }

  private armDelays(entity: Entity, region: number, state: number): void {
    const delays = entity.lifecycle.regions[region]?.delays[state] ?? [];
    if (delays.length === 0 || entity.at[region] !== state) return;
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

/** What one event brings forth besides the new states. */
interface Outbox {
  readonly queue: string[];
  readonly effects: string[];
  readonly armed: [number, number][];
  readonly sent: string[];
}

/** Plain data once more: objects, lists and what stands in them. */
function copyOf(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(copyOf);
  if (data === null || typeof data !== 'object') return data;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(data)) copy[key] = copyOf((data as Record<string, unknown>)[key]);
  return copy;
}

function errorOf(take: Take, params: Params): Code | undefined {
  if (take.error === undefined) return undefined;
  if (typeof take.error === 'number' || !take.error.startsWith('$')) return take.error;
  const given = params[take.error.slice(1)];
  return given !== undefined && /^\d+$/.test(given) ? Number(given) : given;
}

const cache = new WeakMap<System, ReadonlyMap<string, CompiledLifecycle>>();

/** The lifecycles of a system, compiled at first need. */
export function compiled(system: System): ReadonlyMap<string, CompiledLifecycle> {
  const known = cache.get(system);
  if (known) return known;
  const heard = new Set(system.links.flatMap(({ signals }) => signals));
  const made = new Map(Object.entries(system.entities).map(([kind, each]) => [kind, compile(each, heard)]));
  cache.set(system, made);
  return made;
}

const nameCache = new WeakMap<System, ReadonlyMap<Code, string>>();

function namesOf(system: System): ReadonlyMap<Code, string> {
  const known = nameCache.get(system);
  if (known) return known;
  const names = new Map<Code, string>();
  for (const { code, name } of system.codes) if (!names.has(code)) names.set(code, name);
  nameCache.set(system, names);
  return names;
}
