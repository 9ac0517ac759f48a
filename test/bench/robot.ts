import { createMachine, guard, interpret, state, transition } from 'robot3';
import type { Standing } from '../../src/condition/closure.ts';
import { compile } from '../../src/engine/compile.ts';
import type { Entity } from '../../src/engine/entity.ts';
import type { World } from '../../src/engine/world.ts';
import { isRefusal, type Params } from '../../src/model/index.ts';

/** The part of a running robot3 machine that is used. */
export interface Robot {
  readonly machine: { readonly current: string };
  send(event: { readonly type: string }): void;
}

/**
 * One region of an entity as a machine of robot3, which has no parallel states: its transitions with their guards. A
 * command passes if none of its rules holds. Guards are the engine's compiled conditions. The other regions keep their
 * states meanwhile.
 */
export function robotOf(world: World, entity: Entity, region: string): () => Robot {
  const { source } = entity.lifecycle;
  const { regions, reactions, rules } = compile(source, new Set());
  const index = regions.findIndex(({ name }) => name === region);
  const { states } = regions[index] as (typeof regions)[number];
  const at = entity.at.slice();
  const standing: Standing = { isIn: (place, mask) => ((mask >>> (at[place] as number)) & 1) === 1 };
  const events = [...Object.keys(source.commands), ...Object.keys(source.reports)];
  const moves = states.map((_, from) =>
    events.flatMap((event) => {
      const found = reactions.get(event)?.regions.find((each) => each.index === index)?.transitions[from] ?? [];
      const refusals = (rules.get(event) ?? []).filter(({ rule }) => isRefusal(rule));
      return found.map(({ target, test }) => {
        const allowed = (_: object, params: Params): boolean => {
          at[index] = from;
          const question = world.ask(entity, event, params);
          return test(standing, question) && !refusals.some((refusal) => refusal.test(standing, question));
        };
        return transition(event, states[target < 0 ? from : target] as string, guard(allowed));
      });
    }),
  );
  const all = Object.fromEntries(states.map((name, from) => [name, state(...(moves[from] ?? []))]));
  const machine = createMachine(entity.state(region), all as never);
  return () => interpret(machine as never, () => {}) as Robot;
}
