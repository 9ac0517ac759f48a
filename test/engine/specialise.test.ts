import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { compileSystem } from '../../src/engine/compile-system.ts';
import { Entity } from '../../src/engine/entity.ts';
import { decidingRule } from '../../src/engine/judge.ts';
import { isPass, isRefusal, type Lifecycle, type Question, type System, type Value } from '../../src/model/index.ts';
import { mulberry } from '../../src/laws/walk.ts';

/** Standings that are asked about for each event: more than one case keeps, so that some are met again. */
const STANDINGS = 300;

/** The same lifecycle with facts that say whatever they are told to. */
function told(system: System, facts: Map<string, Value>): System {
  const entities = Object.entries(system.entities).map(([kind, lifecycle]): [string, Lifecycle] => {
    const asked = Object.entries(lifecycle.facts).map(([name, fact]) => [
      name,
      { ...fact, of: () => facts.get(name) ?? fact.usual },
    ]);
    return [kind, { ...lifecycle, facts: Object.fromEntries(asked) }];
  });
  return { ...system, entities: Object.fromEntries(entities) };
}

describe.each(Object.values(systems).map((system: System) => ({ name: system.name, system })))(
  '$name',
  ({ system }) => {
    const facts = new Map<string, Value>();
    const { lifecycles } = compileSystem(told(system, facts));
    const seed = Date.now() % 1_000_000;
    const chance = mulberry(seed);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)] as Item;

    test.each([...lifecycles.keys()])('the cases of %s decide as the rules and the guards do', (kind) => {
      const lifecycle = lifecycles.get(kind);
      if (!lifecycle) throw new Error('no lifecycle');
      const entity = new Entity(lifecycle, '1', {});
      const events = [...lifecycle.commands, ...lifecycle.reports];
      for (const event of events) {
        const cases = lifecycle.cases.get(event);
        for (let count = 0; count < STANDINGS; count += 1) {
          lifecycle.regions.forEach(({ states }, region) => {
            entity.at[region] = Math.floor(chance() * states.length);
          });
          for (const [name, { values }] of Object.entries(lifecycle.source.facts)) facts.set(name, pick(values));
          const question = { event, params: {}, self: entity } as unknown as Question;
          const plain = lifecycle.rules.get(event)?.find(({ rule, test }) => {
            return (isRefusal(rule) || isPass(rule)) && test(entity, question);
          });
          expect(decidingRule(entity, event, question), `seed ${seed}, ${event}`).toBe(plain?.rule);
          const reactions = lifecycle.reactions.get(event);
          for (const { index, takes } of reactions?.regions ?? []) {
            const taken = takes[entity.at[index] as number]?.find(({ test }) => test(entity, question));
            const met = cases?.at(entity.at).regions.find((each) => each.index === index);
            const found = met?.takes.find(({ test }) => test(entity, question));
            expect([found?.target, found?.error, found?.actions], `seed ${seed}, ${event}`).toEqual([
              taken?.target,
              taken?.error,
              taken?.actions,
            ]);
          }
        }
      }
    });
  },
);
