import type { Entity } from '../engine/entity.ts';
import type { World } from '../engine/world.ts';
import type { Fact, Params } from '../model/index.ts';
import { freeFact } from '../space/delays-as-events.ts';
import { allStates } from './diagram/masks.ts';
import type { RecordedWorld } from './recorded-world.ts';

/** A command: facts that depend on parameters are evaluated with its parameters. */
export interface Asking {
  readonly command: string;
  readonly params: Params;
}

/**
 * The situation of an entity of a real world and its companions, as a mask of states for each level of a closed world. A
 * fact that depends on the parameters of an event has no value without a command: its mask has all states.
 */
export function masksIn(closed: RecordedWorld, world: World, entity: Entity, asked?: Asking): Int32Array {
  const members = closed.closed.members.map(({ kind }) =>
    kind === entity.kind ? entity : companion(world, entity, kind),
  );
  return Int32Array.from(closed.levels, ({ member, kind, name, states }) => {
    const real = members[member] as Entity;
    const free = freeFact(name);
    if (free === undefined) return 1 << states.indexOf(real.state(name));
    const fact = world.system.entities[kind]?.facts[free] as Fact;
    if (fact.usesParams && (!asked || real !== entity)) return allStates(states.length);
    const { command = '', params = {} } = asked ?? {};
    const state = states.indexOf(String(fact.of(world.ask(real, command, params))));
    return state < 0 ? allStates(states.length) : 1 << state;
  });
}

/** The entity of that kind that the entity's data names. */
function companion(world: World, { data }: Entity, kind: string): Entity {
  const named = data[kind];
  return world.peek(kind, typeof named === 'string' ? named : (world.system.entities[kind]?.singleton ?? '1'));
}
