import type { Value, View } from '../model/index.ts';
import type { Entity } from './entity.ts';
import type { World } from './world.ts';

/** What a UI sees of an entity: every phase, the agent it depends on, and the facts on which some gate depends. */
export function viewOf(world: World, entity: Entity): View {
  const { lifecycle } = entity;
  const phases: Record<string, string | null> = {};
  lifecycle.regions.forEach(({ name, shown, statuses }, index) => {
    if (shown) phases[name] = statuses[entity.at[index] as number] ?? null;
  });
  const facts: Record<string, Value> = {};
  const question = world.ask(entity, '', {});
  for (const [name, fact] of Object.entries(lifecycle.source.facts)) {
    if (fact.shown ?? !fact.usesParams) facts[name] = fact.of(question);
  }
  const { agent } = lifecycle.source.facts;
  if (!agent) return { entity: entity.key, phases, facts };
  return { entity: entity.key, phases, agent: agent.of(question) as string | null, facts };
}
