import { placeInView, type Value, type View } from '../model/index.ts';
import type { Entity } from './entity.ts';
import type { World } from './world.ts';

/** What a UI sees of an entity: every phase, and the facts that gates read. */
export function viewOf(world: World, entity: Entity): View {
  const { lifecycle } = entity;
  const phases: Record<string, string | null> = {};
  lifecycle.regions.forEach(({ name, shown, statuses }, index) => {
    if (shown) phases[name] = statuses[entity.at[index] as number] ?? null;
  });
  const facts: Record<string, Value> = {};
  const beside: Record<string, Value> = {};
  const question = world.ask(entity, '', {});
  for (const [name, fact] of Object.entries(lifecycle.source.facts)) {
    const place = placeInView(fact);
    if (place === 'facts') facts[name] = fact.of(question);
    else if (place === 'beside') beside[name] = fact.of(question);
  }
  return { entity: entity.key, phases, ...beside, facts };
}
