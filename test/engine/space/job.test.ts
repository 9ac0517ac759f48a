import { beforeAll, describe, expect, test } from 'vitest';
import { Simulator } from '../../../src/engine/simulate.ts';
import { explore } from '../../../src/engine/space/explore.ts';
import { compileSpace, type Quotient } from '../../../src/engine/space/quotient.ts';
import { Walker } from '../../../src/engine/space/walker.ts';
import { isRefusal, type Step } from '../../../src/model/index.ts';
import { ScenarioReader } from '../../../src/scenario/index.ts';
import { mulberry } from '../../laws/walk.ts';
import { Plain } from './plain.ts';
import { entities, isLarge, readSizes, sizeOf } from './spaces.ts';

const STEPS = 1_000_000;
const SIMULATED = 100_000;
const SLOW = { timeout: 300_000 };

describe.each(entities.filter(isLarge))('$name', ({ name, system, kind }) => {
  let quotient: Quotient;
  const isCommand = (step: Step): boolean =>
    !('wait' in step) && Object.hasOwn(system.entities[step.kind]?.commands ?? {}, step.type);
  beforeAll(() => {
    quotient = compileSpace(system, kind);
  }, 120_000);

  test('has the size that is pinned, under 16 bytes a situation', SLOW, () => {
    const explored = explore(system, kind);
    expect(sizeOf(explored)).toEqual(readSizes()[name]);
    expect(explored.situations).toBeGreaterThan(10_000_000);
    expect(explored.bytes).toBeLessThan(16);
    expect(explored.deadEnds).toBe(0);
  });

  test('walks at random agree with the engine at every step', SLOW, () => {
    const chance = mulberry(7);
    const plain = new Plain(system, kind, quotient);
    const walker = new Walker(quotient);
    const pick = (length: number): number => Math.floor(chance() * length);
    const differences: string[] = [];
    for (let step = 0; step < STEPS && differences.length === 0; step += 1) {
      if (step % 500 === 0) {
        walker.restart();
        plain.stand(plain.initial);
      }
      const { arrows } = quotient.nodes[walker.node] as Quotient['nodes'][number];
      // Most letters are refused where the walk is: every second one is of those that lead on.
      const leads = arrows[pick(arrows.length)];
      const letter = step % 2 === 0 && leads ? leads.letter : pick(quotient.letters.length);
      const rule = walker.rule(letter);
      const ours = walker.take(letter);
      const theirs = plain.take(quotient.letters[letter] as Quotient['letters'][number]);
      const standing = String.fromCharCode(...walker.standing);
      const code = rule && isRefusal(rule) ? rule.code : undefined;
      const theirCode = theirs.rule && isRefusal(theirs.rule) ? theirs.rule.code : undefined;
      if (ours !== theirs.taken || code !== theirCode || standing !== plain.standing()) {
        differences.push(`step ${step}: ${JSON.stringify(quotient.letters[letter])}`);
      }
    }
    expect(differences).toEqual([]);
  });

  test('walks at random agree with the simulator, whose world is whole and keeps what effects change', SLOW, () => {
    const sayable = compileSpace(system, kind, { sayable: true, asNew: true });
    const reader = new ScenarioReader(system);
    const steps = sayable.letters.map(({ line }) => reader.line(line ?? '')[0] as Step);
    const chance = mulberry(11);
    const walker = new Walker(sayable);
    let simulator = new Simulator(system);
    const differences: string[] = [];
    for (let count = 0; count < SIMULATED && differences.length === 0; count += 1) {
      if (count % 500 === 0) {
        walker.restart();
        simulator = new Simulator(system);
      }
      const { arrows } = sayable.nodes[walker.node] as Quotient['nodes'][number];
      const leads = arrows[Math.floor(chance() * arrows.length)];
      const letter = count % 2 === 0 && leads ? leads.letter : Math.floor(chance() * steps.length);
      const step = steps[letter] as Step;
      const rule = walker.rule(letter);
      const taken = walker.take(letter);
      // Time does not pass here, and what would move a region that is to stand still does not happen.
      if ('wait' in step || (!taken && !rule && isCommand(step))) continue;
      const { outcome, error } = simulator.run(step);
      const code = rule && isRefusal(rule) ? rule.code : undefined;
      const standing = sayable.places.map(({ kind: of, name: region, states }) =>
        states.indexOf(simulator.world.peek(of, '1').state(region)),
      );
      const agrees = (outcome === 'accepted' || outcome === 'applied') === taken && error?.code === code;
      if (!agrees || standing.some((state, place) => state !== walker.standing[place])) {
        differences.push(`step ${count}: ${JSON.stringify(step)} ${outcome}`);
      }
    }
    expect(differences).toEqual([]);
  });
});
