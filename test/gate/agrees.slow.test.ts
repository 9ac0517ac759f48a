// The gate knows nothing but the view: here it is held against the engine's judge, who knows the world.

import { describe, expect, test } from 'vitest';
import { judge, type Verdict } from '../../src/engine/judge.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import { viewOf } from '../../src/engine/view.ts';
import { mulberry } from '../../src/laws/walk.ts';
import type { Question } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { ClosedWorld } from '../../src/space/closed-world.ts';
import { compileSpace, type Quotient } from '../../src/space/quotient.ts';
import { scenarios } from '../../src/testing/scenarios.ts';
import { fc } from '../random/fast-check.ts';
import { allSystems, type Gates, gatesOf, told } from './gates.ts';

const SLOW = { timeout: 120_000 };

/** A refusal of which the view cannot tell the code is told as `refused`. */
const agrees = (ours: string, { accepted, code }: Verdict): boolean =>
  ours === told({ allowed: accepted, ...(code === undefined ? {} : { code }) }) || (ours === 'refused' && !accepted);

/** What no view tells and is not as usual, where that command is asked about. */
const unusualFacts = ({ lifecycle, held }: Gates, question: Question): string[] =>
  held.filter((name) => {
    const fact = lifecycle.facts[name];
    return fact !== undefined && fact.of(question) !== fact.usual;
  });

/** Refusals of a fact that a line of random scenarios changes for good: a minimum above the version that is usually sent. */
const LASTING: { readonly [fact: string]: number } = { versionBelowMinimum: 864 };

describe.each(allSystems)('$name', (system) => {
  const gates = new Map(gatesOf(system).map((each) => [each.lifecycle.kind, each]));

  test('on random scenarios, of every entity at every step', SLOW, () => {
    const seen = { asked: 0, unusual: 0 };
    const walk = (steps: readonly object[]): void => {
      const simulator = new Simulator(system);
      const { world } = simulator;
      const reader = new ScenarioReader(system, 'steps');
      for (const step of steps.flatMap((each) => reader.line(JSON.stringify(each)))) {
        simulator.run(step);
        for (const entity of world.entities()) {
          const known = gates.get(entity.kind);
          if (!known) continue;
          const view = viewOf(world, entity);
          const answers = known.gate(view);
          for (const [type, answer] of Object.entries(answers)) {
            const params = known.lifecycle.commands[type]?.plain ?? {};
            const verdict = judge(world, { kind: entity.kind, id: entity.id, type, params });
            seen.asked += 1;
            if (agrees(told(answer), verdict)) continue;
            const [unusual, ...more] = unusualFacts(known, world.ask(entity, type, params));
            if (unusual === undefined) expect({ [type]: told(answer), view }).toEqual({ [type]: verdict, view });
            else if (more.length === 0 && unusual in LASTING) expect(verdict.code).toBe(LASTING[unusual]);
            else seen.unusual += 1;
          }
        }
      }
    };
    const runs = fc.property(scenarios(system.name as 'egnyte', { maxLength: 60 }), walk);
    fc.assert(runs, { numRuns: 150, seed: 4 });
    expect(seen.asked).toBeGreaterThan(10_000);
    // What no view tells is rarely otherwise, or this test would look at nothing.
    expect(seen.unusual / seen.asked).toBeLessThan(0.001);
  });

  const explored = [...gates.values()].filter(({ lifecycle }) => Object.keys(lifecycle.chart.states).length > 0);
  test.each(explored.map((each) => [each.lifecycle.kind, each] as const))(
    'on every combination of classes that a %s can be in',
    SLOW,
    (kind, known) => {
      const quotient = compileSpace(system, kind);
      const closed = new ClosedWorld(system, kind);
      const [self] = closed.members;
      if (!self) throw new Error('a space of nobody');
      const chance = mulberry(1);
      let asked = 0;
      for (const standing of standingsOf(quotient, chance)) {
        quotient.places.forEach(({ member, region }, place) => {
          (closed.members[member]?.at as Uint8Array)[region] = standing[place] as number;
        });
        const view = viewOf(closed.world, self);
        for (const [type, answer] of Object.entries(known.gate(view))) {
          const params = known.lifecycle.commands[type]?.plain ?? {};
          const verdict = judge(closed.world, { kind, id: self.id, type, params });
          asked += 1;
          if (agrees(told(answer), verdict)) continue;
          expect({ [type]: told(answer), view }).toEqual({ [type]: verdict, view });
        }
      }
      expect(asked).toBeGreaterThan(0);
    },
  );
});

/** For each node three standings of its classes: the first states of them, the last, and any. */
function* standingsOf({ nodes, places }: Quotient, chance: () => number): Generator<number[]> {
  const pick = (node: Quotient['nodes'][number], at: (length: number) => number): number[] =>
    places.map(({ classes }, place) => {
      const states = classes[node.classes[place] as number] as readonly number[];
      return states[at(states.length)] as number;
    });
  for (const node of nodes) {
    yield pick(node, () => 0);
    yield pick(node, (length) => length - 1);
    yield pick(node, (length) => Math.floor(chance() * length));
  }
}
