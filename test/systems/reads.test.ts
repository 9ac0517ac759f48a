import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/world.ts';
import type { EventStep, Lifecycle, Question, System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { scenariosOf } from '../oracle/scenarios.ts';

type Read = keyof Question;

/**
 * Which parts of a question each fact of a system reads, by `KIND FACT`. It is asked at every step of the acceptance
 * scenarios, with the parameters given there and with every parameter.
 */
function readsOf(system: System): Map<string, Set<Read>> {
  const reads = new Map<string, Set<Read>>();
  for (const [, text] of scenariosOf(system.name)) {
    const simulator = new Simulator(system);
    for (const step of readScenario(system, text)) {
      if (!('wait' in step)) note(simulator.world, system.entities[step.kind] as Lifecycle, step, reads);
      simulator.run(step);
    }
  }
  return reads;
}

function note(
  world: World,
  { kind, facts, commands }: Lifecycle,
  step: EventStep,
  reads: Map<string, Set<Read>>,
): void {
  const every = Object.fromEntries(Object.keys(commands[step.type]?.params ?? {}).map((key) => [key, '1']));
  for (const [name, fact] of Object.entries(facts)) {
    const read = reads.get(`${kind} ${name}`) ?? new Set();
    reads.set(`${kind} ${name}`, read);
    for (const params of [step.params, every]) {
      const question = { world, self: world.peek(kind, step.id), event: step.type, params };
      const get = (_: Question, key: Read) => {
        read.add(key);
        return question[key];
      };
      fact.of(new Proxy(question, { get } as ProxyHandler<Question>));
    }
  }
}

describe.each(Object.values<System>(systems).map((system) => ({ name: system.name, system })))(
  'the facts of $name',
  ({ system }) => {
    const reads = readsOf(system);
    /** All but those that never change. */
    const facts = Object.values<Lifecycle>(system.entities).flatMap(({ kind, facts }) =>
      Object.entries(facts)
        .map(([name, fact]) => ({ name: `${kind} ${name}`, fact }))
        .filter(({ name }) => (reads.get(name)?.size ?? 0) > 0),
    );
    const readers = (...keys: readonly Read[]): string[] =>
      facts.map(({ name }) => name).filter((name) => keys.some((key) => reads.get(name)?.has(key)));

    it('say that they use parameters if they read them, or the event', () =>
      expect(facts.filter(({ fact }) => fact.usesParams).map(({ name }) => name)).toEqual(readers('params', 'event')));

    it('say that they use nothing else if they read neither the world nor the entity', () => {
      const world = new Set(readers('world', 'self'));
      const alone = readers('params', 'event').filter((name) => !world.has(name));
      expect(facts.filter(({ fact }) => fact.paramsOnly).map(({ name }) => name)).toEqual(alone);
    });
  },
);
