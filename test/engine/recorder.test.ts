import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { compileSystem } from '../../src/engine/compile-system.ts';
import { Entity } from '../../src/engine/entity.ts';
import { decidingRule } from '../../src/engine/judge.ts';
import { react } from '../../src/engine/react.ts';
import { mulberry } from '../../src/laws/walk.ts';
import type { Lifecycle, Question, System } from '../../src/model/index.ts';
import { seedOr } from '../random/seed.ts';

const SEED = seedOr(20261129);

/** In how many random situations each event is tried. */
const STANDINGS = 60;

/** What one step read and wrote, by region, and its result. */
interface Trace {
  readonly masks: readonly number[];
  readonly written: ReadonlySet<number>;
  readonly outcome: string;
}

/** Facts at their usual values: here only the regions count. */
function withUsualFacts(system: System): System {
  const entities = Object.entries(system.entities).map(([kind, lifecycle]): [string, Lifecycle] => {
    const facts = Object.entries(lifecycle.facts).map(([name, fact]) => [name, { ...fact, of: () => fact.usual }]);
    return [kind, { ...lifecycle, facts: Object.fromEntries(facts) }];
  });
  return { ...system, entities: Object.fromEntries(entities) };
}

function traceOf(entity: Entity, event: string): Trace {
  const masks = entity.lifecycle.regions.map(() => -1);
  const written = new Set<number>();
  const writes: string[] = [];
  entity.recorder = {
    read(_, region, mask) {
      if (!written.has(region)) masks[region] = (masks[region] as number) & mask;
    },
    wrote(_, region, state) {
      written.add(region);
      writes.push(`${region} ${state}`);
    },
  };
  const question = { event, params: {}, self: entity } as unknown as Question;
  const rule = decidingRule(entity, event, question);
  const reaction = rule ? undefined : react(entity, event, question);
  entity.recorder = undefined;
  const { effects, signals } = reaction ?? {};
  return { masks, written, outcome: JSON.stringify([rule?.gate, reaction !== undefined, effects, signals, writes]) };
}

describe.each(Object.values(systems).map((system: System) => ({ name: system.name, system })))(
  '$name',
  ({ system }) => {
    const { lifecycles } = compileSystem(withUsualFacts(system));
    const chance = mulberry(SEED);
    const below = (count: number): number => Math.floor(chance() * count);

    test.each([...lifecycles.keys()])('the result of a step of %s depends only on what it read', (kind) => {
      const lifecycle = lifecycles.get(kind);
      if (!lifecycle) throw new Error('no lifecycle');
      let changed = 0;
      for (const event of [...lifecycle.commands, ...lifecycle.reports]) {
        for (let count = 0; count < STANDINGS; count += 1) {
          const entity = new Entity(lifecycle, '1', {});
          const before = entity.at.map((_, region) => below(lifecycle.regions[region]?.states.length ?? 0));
          entity.at.set(before);
          const trace = traceOf(entity, event);
          entity.at.forEach((state, region) => {
            if (!trace.written.has(region)) expect(state, 'a change that was not reported').toBe(before[region]);
          });
          const other = new Entity(lifecycle, '1', {});
          before.forEach((state, region) => {
            const { length } = lifecycle.regions[region]?.states ?? [];
            const mask = trace.masks[region] as number;
            expect((mask >>> state) & 1, 'the state itself gives its own answer').toBe(1);
            const alike = Array.from({ length }, (_, each) => each).filter((each) => (mask >>> each) & 1);
            other.at[region] = alike[below(alike.length)] as number;
            if (other.at[region] !== state) changed += 1;
          });
          const { outcome } = traceOf(other, event);
          expect(outcome, `seed ${SEED}, ${event} at ${before.join()} and ${other.at.join()}`).toBe(trace.outcome);
        }
      }
      if (lifecycle.regions.length > 1) expect(changed, 'standings that differed').toBeGreaterThan(0);
    });

    test.each([...lifecycles.keys()])('a recorder does not change what %s does', (kind) => {
      const lifecycle = lifecycles.get(kind);
      if (!lifecycle) throw new Error('no lifecycle');
      for (const event of [...lifecycle.commands, ...lifecycle.reports]) {
        const [plain, recorded] = [new Entity(lifecycle, '1', {}), new Entity(lifecycle, '1', {})];
        plain.at.forEach((_, region) => {
          const state = below(lifecycle.regions[region]?.states.length ?? 0);
          plain.at[region] = state;
          recorded.at[region] = state;
        });
        const question = { event, params: {}, self: plain } as unknown as Question;
        if (!decidingRule(plain, event, question)) react(plain, event, question);
        traceOf(recorded, event);
        expect([...recorded.at], event).toEqual([...plain.at]);
      }
    });
  },
);
