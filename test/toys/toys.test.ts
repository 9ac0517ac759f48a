import { describe, expect, test } from 'vitest';
import { searchExplanation } from '../../src/answers/search-explanation.ts';
import { lawsOf } from '../../src/laws/index.ts';
import { statements } from '../../src/laws/statements.ts';
import { walk } from '../../src/laws/walk.ts';
import type { CodeRow, System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';
import { moody, reaching, restless, sound, speechless, unsound } from './toys.ts';

/** The laws that are broken, by their numbers, with what was found first. */
const broken = (system: System) =>
  [...lawsOf(system)].flatMap(({ law, findings }) => (findings.length > 0 ? [[law.split(':')[0], findings[0]]] : []));

describe('a sound toy', () => {
  test.each(Object.keys(statements))('keeps the law %s', (law) => {
    expect(statements[law]?.(sound)).toEqual([]);
  });

  test('breaks no law', () => {
    expect(broken(sound)).toEqual([]);
    expect([...lawsOf(sound)]).toHaveLength(11);
  });

  test('walks without a finding, decides every rule and reaches every status', () => {
    const { findings, decided, reached } = walk(sound, { seed: 1, walks: 20, steps: 40 });
    expect(findings).toEqual([]);
    expect([...decided].sort()).toEqual(['lamp switchOff 1 6', 'lamp switchOn 1 5', 'lamp switchOn 2 6']);
    expect([...reached].sort()).toEqual(['lamp LIGHT.BROKEN', 'lamp LIGHT.OFF', 'lamp LIGHT.ON']);
  });

  test.each([
    ['1', ['lamp switchOn']],
    ['2', ['lamp switchOn', 'lamp switchOff']],
    ['5', ['lamp:unplugged switchOn']],
    ['6', ['lamp switchOff']],
    ['7', ['lamp switchOn', 'lamp burnt code=7']],
    ['9', ['lamp no-such-event']],
  ])('shows code %s by %j', (code, scenario) => {
    const reader = new ScenarioReader(sound);
    const row = sound.codes.find((each) => String(each.code) === code) as CodeRow;
    expect(searchExplanation(sound, row, (line) => reader.line(line)).scenario).toEqual(scenario);
  });
});

describe('a toy that is wrong', () => {
  test.each(unsound)('because $wrong, is found', ({ law, finding, system }) => {
    expect(statements[law]?.(system).join('\n')).toMatch(finding);
  });

  test('because a refused command changes a status, is found by walking', () => {
    const [first] = walk(restless, { seed: 1, walks: 20, steps: 40 }).findings;
    expect(first).toMatchObject({
      law: 1,
      says: expect.stringMatching(/^SEED=1: rejected, and something changed after\n/),
    });
  });

  test('because it reaches what it declares unreachable, is found by walking', () => {
    const [first] = walk(reaching, { seed: 1, walks: 20, steps: 40 }).findings;
    expect(first).toMatchObject({
      law: 9,
      says: expect.stringMatching(/^SEED=1: lamp:\S+ is in what is said to be unreachable/),
    });
  });

  test('because a fact answers differently each time, is found by exploring twice', () => {
    expect(broken(moody())).toContainEqual(['6', 'lamp']);
  });

  test('because nothing gives a code, is found by searching for a scenario', () => {
    expect(broken(speechless)).toEqual([['3', 'no scenario was found for 8 CODE_8']]);
  });
});
