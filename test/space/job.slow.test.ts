import { beforeAll, describe, expect, test } from 'vitest';
import { Simulator } from '../../src/engine/simulate.ts';
import { Shadow } from '../../src/laws/shadow.ts';
import { mulberry } from '../../src/laws/walk.ts';
import { isRefusal, type Step } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import type { Letter } from '../../src/space/letters.ts';
import { compileSpace, type Quotient } from '../../src/space/quotient.ts';
import { type Stepped, Stepper } from '../../src/stepper/stepper.ts';
import { explore } from './explicit/explore.ts';
import { Plain } from './plain.ts';
import { entities, isLarge, readSizes, sizeOf } from './spaces.ts';

const STEPS = 1_000_000;
const SIMULATED = 100_000;
/** The XState machines take only the first 500 steps, because they are a thousand times slower. */
const SHADOWED = 25_000;
const SLOW = { timeout: 300_000 };

describe.each(entities.filter(isLarge))('$name', ({ name, system, kind }) => {
  let quotient: Quotient;
  beforeAll(() => {
    quotient = compileSpace(system, kind);
  }, 120_000);

  test('has the pinned size, with less than 16 bytes per situation', SLOW, () => {
    const explored = explore(system, kind);
    expect(sizeOf(explored)).toEqual(readSizes()[name]);
    expect(explored.situations).toBeGreaterThan(10_000_000);
    expect(explored.bytes).toBeLessThan(16);
    expect(explored.deadEnds).toBe(0);
  });

  test('random walks agree with the engine at every step, and their replays end in the same situation', SLOW, () => {
    const chance = mulberry(7);
    const plain = new Plain(system, kind, quotient);
    const stepper = new Stepper(system, kind);
    const walked: number[] = [];
    let situation = stepper.initial;
    const differences: string[] = [];
    for (let count = 0; count < STEPS && differences.length === 0; count += 1) {
      if (count % 500 === 0) {
        if (stepper.replay(Uint8Array.from(walked)).situation !== situation) differences.push(`replay to ${count}`);
        situation = stepper.initial;
        walked.length = 0;
        plain.stand(plain.initial);
      }
      const letter = choose(stepper, situation, chance);
      walked.push(letter);
      const ours = stepper.step(situation, letter);
      const theirs = plain.take(quotient.letters[letter] as Letter);
      situation = ours.situation;
      const code = theirs.rule && isRefusal(theirs.rule) ? theirs.rule.code : undefined;
      const stands = plain.standsAt(stepper.standing(situation));
      if (isTaken(ours) !== theirs.taken || ours.error?.code !== code || !stands) {
        differences.push(`step ${count}: ${JSON.stringify(quotient.letters[letter])}`);
      }
    }
    expect(differences).toEqual([]);
  });

  test('random walks agree with the simulator and with the XState machines', SLOW, () => {
    const stepper = new Stepper(system, kind, { sayable: true, asNew: true });
    const reader = new ScenarioReader(system);
    const steps = stepper.letters.map(({ line }) => reader.line(line ?? '')[0] as Step);
    const chance = mulberry(11);
    let situation = stepper.initial;
    let simulator = new Simulator(system);
    let shadow: Shadow | undefined;
    const differences: string[] = [];
    for (let count = 0; count < SIMULATED && differences.length === 0; count += 1) {
      if (count % 500 === 0) {
        situation = stepper.initial;
        simulator = new Simulator(system);
        shadow = count % SHADOWED === 0 ? new Shadow(system, simulator.world) : undefined;
      }
      const letter = choose(stepper, situation, chance);
      const step = steps[letter] as Step;
      const ours = stepper.step(situation, letter);
      // Here no time passes, and no event moves a fixed region.
      if ('wait' in step || ours.outcome === 'outside') continue;
      situation = ours.situation;
      const { outcome, error, changes } = simulator.run(step);
      shadow?.settle();
      differences.push(...(shadow?.differences.splice(0) ?? []));
      const standing = stepper.places.map(({ kind: of, name, states }) =>
        states.indexOf(simulator.world.peek(of, '1').state(name)),
      );
      const agrees = outcome === ours.outcome && error?.code === ours.error?.code;
      if (!agrees || standing.join() !== stepper.standing(situation).join()) {
        differences.push(`step ${count}: ${JSON.stringify(step)} ${outcome}`);
      }
      const phases = changes.map(({ entity, phase, status }) => `${entity} ${phase} ${status}`);
      for (const { entity, phase, status } of ours.changes) {
        // A restart is silent: the simulator lists no change.
        if (status !== null && !phases.includes(`${entity}:1 ${phase} ${status}`))
          differences.push(`step ${count}: ${phase} ${status}`);
      }
    }
    expect(differences).toEqual([]);
  });
});

/** Every second letter is an accepted one if possible, because most are refused in any situation. */
function choose(stepper: Stepper, situation: number, chance: () => number): number {
  const draw = (): number => Math.floor(chance() * stepper.letters.length);
  let letter = draw();
  if (chance() < 0.5) return letter;
  for (let tries = 0; tries < 30 && stepper.step(situation, letter).situation === situation; tries += 1)
    letter = draw();
  return letter;
}

const isTaken = ({ outcome }: Stepped): boolean => outcome === 'accepted' || outcome === 'applied';
