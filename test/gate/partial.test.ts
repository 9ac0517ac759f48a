// A view that leaves something out: what is left out is unknown, unless it follows from the phases.

import { describe, expect, test } from 'vitest';
import {
  gate,
  gateOf,
  type KnownView,
  type PartialAnswer,
  type View,
  view,
  viewFromCodes,
  worldAfter,
} from '../../src/index.ts';
import { scenarios } from '../../src/testing/scenarios.ts';
import { fc } from '../random/fast-check.ts';
import { allSystems, gatesOf, told } from './gates.ts';

const codesOf = ({ unless = [] }: PartialAnswer) => unless.map(({ code }) => code);

describe('a job of which the vendor shows the codes 901, 932 and 925', () => {
  const seen = viewFromCodes([901, 932, 925]);

  test('has its copy paused, so that another command depends on the phases that are unknown', () => {
    const answer = gate('egnyte', seen)['copy.stop'] as PartialAnswer;
    expect(answer.allowed).toBe('depends');
    expect(codesOf(answer)).toEqual([2017, 661, 677, 661, 678, 658]);
  });
  test('refuses a scan for certain, once the copy is known to be a command of its own', () => {
    const answer = gate('egnyte', { ...seen, phases: { ...seen.phases, META_MIGRATE_DATA: null } })['scan.start'];
    expect(answer).toMatchObject({ allowed: false, reason: 'The copy is paused, or its transport is suspended.' });
    expect(answer).not.toHaveProperty('code');
    expect(codesOf(answer as PartialAnswer)).toEqual([2017, 661, 677, 661, 678, 651, 664, 669, 670]);
  });
  test('is refused with 670 once its creation, deletion and sanitizing are known as well', () => {
    const known = { CREATE_MIGRATION: 'SUCCEEDED', FINALIZE_MIGRATION: null, SANITIZE: null, META_MIGRATE_DATA: null };
    const answer = gate('egnyte', { ...seen, phases: { ...seen.phases, ...known } })['scan.start'];
    expect(answer).toMatchObject({ allowed: false, code: 670 });
    expect(answer).not.toHaveProperty('unless');
  });
});

describe('what is left out', () => {
  const ready = view(worldAfter('given ready'), 'job');
  const without = (fact: string) => {
    const { [fact]: _, ...facts } = ready.facts;
    return gate('egnyte', { ...ready, facts });
  };

  test('may allow or refuse a command', () => {
    expect(without('linkUnstable')['scan.start']).toEqual({
      allowed: 'depends',
      reason: 'It depends on what the view leaves out.',
      unless: [{ code: 693, name: 'FAILED_TO_SEND_MESSAGE_TO_AGENT', reason: "The agent's link is unstable." }],
    });
  });
  test('does not matter where another gate decides', () => {
    expect(without('linkUnstable')['scan.stop']).toEqual(gate('egnyte', ready)['scan.stop']);
  });
  test('is everything in a view of nothing: the first gate of each command may hold', () => {
    const nothing = gateOf('egnyte', 'job')({ entity: 'job:1' });
    expect(nothing['scan.start'].allowed).toBe('depends');
    expect(codesOf(nothing['scan.start'])[0]).toBe(2017);
    expect(codesOf(nothing['scan.start']).at(-1)).toBe(693);
  });
  test('counts as left out if it is undefined', () => {
    const agent = undefined as never;
    expect(gate('egnyte', { ...ready, agent })['scan.start']?.allowed).toBe('depends');
  });
});

describe('a fact that follows from the phases', () => {
  test.each([
    [],
    ['job scan.start'],
    ['job sync.start', 'job sync.started', 'job sync.suspended'],
    ['job migrateData.start'],
  ])('may be left out: active after %s %s %s', (...steps) => {
    const seen = view(worldAfter(['given ready', ...steps].join('\n')), 'job');
    const { active: _, ...facts } = seen.facts;
    expect(gate('egnyte', { ...seen, facts })).toEqual(gate('egnyte', seen));
  });
});

describe.each(allSystems)('$name', (system) => {
  const gates = new Map(gatesOf(system).map((each) => [each.lifecycle.kind, each.gate]));

  test('what a partial view is answered holds of every whole view that agrees', { timeout: 60_000 }, () => {
    const seen = { decided: 0, open: 0 };
    const run = (steps: readonly object[], kept: readonly boolean[]): void => {
      const world = worldAfter(steps as never, { system: system.name as 'egnyte' });
      for (const [kind, ask] of gates) {
        const whole = view(world, kind);
        const all = ask(whole);
        for (const [command, answer] of Object.entries(ask(thinned(whole, kept)))) {
          const [fully, partly] = [told(all[command] as PartialAnswer), told(answer)];
          if (answer.unless === undefined) {
            seen.decided += 1;
            expect({ [command]: partly }).toEqual({ [command]: fully });
            continue;
          }
          seen.open += 1;
          const possible = answer.unless.map((refusal) => told({ allowed: false, ...refusal }));
          if (answer.allowed === 'depends') possible.push('accepted');
          expect(possible, `${kind} ${command}`).toContain(fully);
        }
      }
    };
    const runs = fc.property(
      scenarios(system.name as 'egnyte', { maxLength: 30 }),
      fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      run,
    );
    fc.assert(runs, { numRuns: 60, seed: 13 });
    expect(seen.decided).toBeGreaterThan(100);
    expect(seen.open).toBeGreaterThan(100);
  });
});

/** The view without some of its phases and facts. */
function thinned({ entity, phases, facts, ...beside }: View, kept: readonly boolean[]): KnownView {
  let count = 0;
  const some = <T>(part: { readonly [name: string]: T }): { [name: string]: T } =>
    Object.fromEntries(
      Object.entries(part).filter(() => {
        count += 1;
        return kept[count % kept.length];
      }),
    );
  return { entity, phases: some(phases), ...some(beside), facts: some(facts) };
}
