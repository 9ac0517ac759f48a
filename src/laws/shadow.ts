import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';
import type { Entity } from '../engine/entity.ts';
import type { World } from '../engine/world.ts';
import { once, type Params, type System, type Value } from '../model/index.ts';
import { machineOf } from '../xstate/machine.ts';
import { type Refused, refusal } from '../xstate/refusal.ts';

/**
 * Runs the XState machine of every entity alongside the engine, with the same events and facts, and compares their
 * states after each event.
 */
export class Shadow {
  private readonly world: World;
  private readonly machines: ReadonlyMap<string, AnyStateMachine>;
  private readonly snapshots = new Map<string, AnyMachineSnapshot>();
  private pending: { entity: Entity; event: string } | undefined;
  /** The command being asked: its gates may use something up before the chart receives it. */
  private asked: { entity: Entity; event: string } | undefined;
  /** Where machine and engine differed, in words. */
  readonly differences: string[] = [];

  constructor(system: System, world: World) {
    this.world = world;
    this.machines = machinesOf(system);
    world.watcher = (entity, event, params) => this.follow(entity, event, params);
  }

  /** Compares the states after the last event. */
  settle(): void {
    if (!this.pending) return;
    const { entity, event } = this.pending;
    this.pending = undefined;
    const value = this.snapshots.get(entity.key)?.value as Record<string, string>;
    for (const { name } of entity.lifecycle.regions) {
      const [theirs, ours] = [value[name], entity.state(name)];
      if (theirs !== ours)
        this.differences.push(`${entity.key} ${event}: XState has ${name} ${theirs}, the engine ${ours}`);
    }
  }

  /** Puts the machine of an entity into the entity's current state. */
  place(entity: Entity): void {
    const machine = this.machines.get(entity.kind) as AnyStateMachine;
    const value = Object.fromEntries(entity.lifecycle.regions.map(({ name }) => [name, entity.state(name)]));
    const { context } = initialTransition(machine)[0];
    this.snapshots.set(entity.key, machine.resolveState({ value, context }));
  }

  /** What the machine of an entity says of an event before it is sent. */
  ask(entity: Entity, type: string, params: Params): { readonly can: boolean; readonly refused: Refused | undefined } {
    const snapshot = this.withFacts(entity, type, params);
    this.asked = { entity, event: type };
    const event = { ...params, type };
    return { can: snapshot.can(event as never), refused: refusal(snapshot, event) };
  }

  private follow(entity: Entity, event: string, params: Params): void {
    this.settle();
    const delay = /^after (\S+) (.*)$/.exec(event);
    const asked = this.asked?.event === event && this.asked.entity.key === entity.key;
    this.asked = undefined;
    const { machine } = asked
      ? (this.snapshots.get(entity.key) as AnyMachineSnapshot)
      : this.withFacts(entity, event, params);
    const type = delay ? `xstate.after.${delay[1]}.${machine.id}.${delay[2]}` : event;
    const [next] = transition(
      machine,
      this.snapshots.get(entity.key) as AnyMachineSnapshot,
      { ...params, type } as never,
    );
    this.snapshots.set(entity.key, next);
    this.pending = { entity, event };
  }

  private withFacts(entity: Entity, event: string, params: Params): AnyMachineSnapshot {
    const machine = this.machines.get(entity.kind) as AnyStateMachine;
    const known = entity.known ? this.snapshots.get(entity.key) : undefined;
    const before = known ?? initialTransition(machine)[0];
    const question = this.world.ask(entity, event, params);
    const facts: Record<string, Value> = {};
    for (const [name, fact] of Object.entries(entity.lifecycle.source.facts)) facts[name] = fact.of(question);
    const [snapshot] = transition(machine, before, { type: 'facts', facts } as never);
    this.snapshots.set(entity.key, snapshot);
    return snapshot;
  }
}

const machinesOf = once(
  (system: System): ReadonlyMap<string, AnyStateMachine> =>
    new Map(Object.entries(system.entities).map(([kind, lifecycle]) => [kind, machineOf(system, lifecycle) as never])),
);
