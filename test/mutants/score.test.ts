import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { equivalents, isSame } from './equivalents.ts';
import { allMutations, ROOT, roomOf, shuffled } from './sample.ts';
import { none, passes, type Score, scoreLine, scoreText, type Tally } from './score.ts';

const mutations = allMutations();

describe('a sample', () => {
  const drawn = shuffled(mutations, '7');

  it('has every mutant once', () => {
    expect(drawn.length).toBeGreaterThan(10_000);
    expect(drawn.toSorted((a, b) => a - b)).toEqual([...mutations.keys()]);
  });

  it('takes one from each folder in turn', () => {
    const rooms = drawn.map((index) => roomOf(mutations[index]?.file ?? ''));
    const all = new Set(rooms);
    expect(all).toEqual(new Set(rooms.slice(0, all.size)));
    expect(new Set(rooms.slice(all.size, 2 * all.size))).toEqual(all);
  });

  it('is the same for the same seed, and differs for another', () => {
    expect(shuffled(mutations, '7')).toEqual(drawn);
    expect(shuffled(mutations, '8')).not.toEqual(drawn);
  });
});

describe('an equivalent mutant', () => {
  it.each(equivalents)('$file: $before → $after is where the list says, with a reason', (equivalent) => {
    expect(mutations.filter((mutation) => isSame(equivalent, mutation))).toHaveLength(1);
    expect(equivalent.why).toMatch(/^[A-Z].{20,}\.$/);
  });
});

describe('the score', () => {
  const scoreOf = (tally: Partial<Tally>): Score => ({
    command: 'npm run mutants',
    seed: '7',
    possible: 11_330,
    rooms: { 'src/engine': { ...none(700), ...tally }, 'src/model': none(200) },
    survivors: [],
  });

  it('counts neither equivalent mutants nor those that cannot be loaded', () => {
    expect(scoreLine(scoreOf({ quick: 90, tests: 8, lost: 1, survived: 1, equivalent: 5, unloadable: 6 }))).toBe(
      '99 of 100 killed, 99.0 % (1 of them by time or memory); 1 survived, 0 were not decided; ' +
        'not counted: 5 equivalent, 6 that cannot be loaded. A sample of 111 of 11,330, seed 7.',
    );
  });

  it.each([
    ['99 of 100', { quick: 99, survived: 1 }, true],
    ['98 of 99', { quick: 98, survived: 1 }, false],
    ['99 of 101, one not decided,', { quick: 99, survived: 1, undecided: 1 }, false],
    ['none of none', { equivalent: 3 }, false],
  ])('passes, or not, with %s killed', (_, tally, expected) => expect(passes(scoreOf(tally))).toBe(expected));

  it('is never rounded up', () => expect(scoreLine(scoreOf({ quick: 9_896, survived: 104 }))).toContain(' 98.9 % '));

  it('in the docs is that of the last run', () => {
    const score = JSON.parse(readFileSync(join(ROOT, 'test/mutants/score.json'), 'utf8')) as Score;
    const [, section] = readFileSync(join(ROOT, 'docs/mutants.md'), 'utf8').split('<!-- score -->\n');
    expect(section).toBe(`\n${scoreText(score)}\n`);
    expect(Object.keys(score.rooms)).toEqual([...new Set(mutations.map(({ file }) => roomOf(file)))]);
  });
});
