import { describe, expect, test } from 'vitest';
import { stepper, systems } from '../../src/index.ts';
import { mulberry } from '../../src/laws/walk.ts';
import type { System } from '../../src/model/index.ts';
import { ClosedWorld } from '../../src/space/closed-world.ts';
import type { Letter } from '../../src/space/letters.ts';
import { Stepper } from '../../src/stepper/stepper.ts';
import { entities, isLarge } from '../space/spaces.ts';
import { restless, sound } from '../toys/toys.ts';
import { codeOf, differencesOf, isTaken, text } from './agreement.ts';

const toys = [sound, restless].flatMap((system: System) =>
  Object.keys(system.entities).map((kind) => ({ name: `${system.title} ${kind}`, system, kind })),
);
const small = [...toys, ...entities.filter((each) => !isLarge(each))];

const FREE_STEPS = 50_000;

describe.each(small)('every situation of $name', ({ system, kind }) => {
  test('agrees with the engine, and the first ones also with XState', { timeout: 120_000 }, () => {
    expect(differencesOf(system, kind)).toEqual([]);
  });

  test('a replay ends where the same steps end one by one', () => {
    const compiled = new Stepper(system, kind);
    const chance = mulberry(7);
    const letters = Uint16Array.from({ length: 2_000 }, () => Math.floor(chance() * compiled.letters.length));
    let situation = compiled.initial;
    for (const letter of letters) situation = compiled.step(situation, letter).situation;
    const replayed = compiled.replay(letters);
    expect(replayed.situation).toBe(situation);
    expect(replayed.counts.reduce((sum, count) => sum + count, 0)).toBe(letters.length);
  });
});

test('some of these spaces have a word, and some have none', () => {
  expect(new Set(small.map(({ system, kind }) => new Stepper(system, kind).tables.words))).toEqual(new Set([0, 1]));
});

test('a walk with free facts agrees with the engine given the same facts', { timeout: 120_000 }, () => {
  const free = ['anyJobOccupied', 'upToDate', 'linkUnstable'];
  const compiled = new Stepper(systems.egnyte, 'agent', { free });
  const closed = new ClosedWorld(systems.egnyte, 'agent', { free });
  const chance = mulberry(3);
  let situation = compiled.initial;
  const differences: string[] = [];
  for (let count = 0; count < FREE_STEPS && differences.length === 0; count += 1) {
    if (count % 200 === 0) situation = compiled.initial;
    const number = Math.floor(chance() * compiled.letters.length);
    const standing = compiled.standing(situation);
    let from = 0;
    for (const { at } of closed.members)
      for (let region = 0; region < at.length; region += 1) at[region] = standing[from++] as number;
    const { taken, rule } = closed.take(compiled.letters[number] as Letter);
    const ours = compiled.step(situation, number);
    situation = ours.situation;
    const after = closed.members.map(({ at }) => text(at)).join('');
    if (taken !== isTaken(ours) || codeOf(rule) !== ours.error?.code || after !== text(compiled.standing(situation)))
      differences.push(`step ${count}`);
  }
  expect(differences).toEqual([]);
});

describe('a stepper', () => {
  const account = stepper('dovecot', 'account');
  const agent = stepper('egnyte', 'agent', { free: ['anyJobOccupied'] });
  const { situation: active } = agent.step(agent.initial, 'register');

  test('returns the outcome of a step, and which statuses changed', () => {
    const { outcome, error, changes } = agent.step(agent.initial, 'register');
    expect([outcome, error, changes]).toEqual([
      'accepted',
      undefined,
      [{ entity: 'agent', phase: 'AGENT', status: 'ACTIVE', code: 901 }],
    ]);
  });

  test('names the code of a refusal, and stays where it was', () => {
    expect(agent.step(active, 'register')).toMatchObject({
      outcome: 'rejected',
      error: { code: 856 },
      situation: active,
      changes: [],
    });
  });

  test('takes an event without parameters in its plain form, and any other in an indistinguishable form', () => {
    expect(agent.step(agent.initial, 'register', {}).error?.code).toBe(863);
    expect(agent.letter('scanSource.failed', { code: '4020' })).toBe(
      agent.letter('scanSource.failed', { code: '4020' }),
    );
    expect(() => agent.step(active, 'register', { version: '9.9.9', scheduler: 'maybe' })).toThrow(RangeError);
  });

  test('can be given the value of a free fact', () => {
    const busy = agent.told(active, 'anyJobOccupied', true);
    expect(agent.step(busy, 'deactivate').error?.code).toBe(661);
    expect(agent.step(agent.told(busy, 'anyJobOccupied', false), 'deactivate').outcome).toBe('accepted');
  });

  test('shows where the phases stand', () => {
    expect(agent.statuses(active)).toMatchObject({ AGENT: 'ACTIVE', SPEED_TEST: null });
  });

  test('names the event that it does not know', () => {
    expect(() => account.step(account.initial, 'strat')).toThrow('the space of account has no event strat');
  });

  test('has tables in which a walk by hand ends where replay does', () => {
    const chance = mulberry(5);
    const { cells, entries, stride, words, initial, letters: size } = agent.tables;
    const letters = Uint8Array.from({ length: 10_000 }, () => Math.floor(chance() * size));
    const { situation, counts } = agent.replay(letters);
    let [base, step] = [0, agent.initial];
    const rest = [...initial];
    const answers = agent.answers.map(() => 0);
    for (const letter of letters) {
      const entry = (cells[base + letter] as number) * stride;
      base = entries[entry] as number;
      const answer = entries[entry + 1] as number;
      answers[answer] = (answers[answer] as number) + 1;
      for (let word = 0; word < words; word += 1) {
        rest[word] =
          ((rest[word] as number) & (entries[entry + 2 + 2 * word] as number)) |
          (entries[entry + 3 + 2 * word] as number);
      }
      step = agent.step(step, letter).situation;
    }
    expect(situation).toBe(step);
    expect([...counts]).toEqual(answers);
    expect(agent.replay(Uint8Array.of(), situation).situation).toBe(step);
  });

  test('refuses a letter that does not exist', () => {
    expect(() => account.replay(Uint8Array.of(0, 255))).toThrow('there is no letter 255 at 1');
  });
});
