import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { stillRegionsIn } from '../../src/answers/released-regions.ts';
import { usesOf } from '../../src/engine/where-used.ts';
import type { CodeRow, System } from '../../src/model/index.ts';
import { isUsual, lettersOf, ranksOf } from '../../src/space/letters.ts';
import { isAlike } from '../../src/space/parameter-values.ts';

const { egnyte, dovecot } = systems;
const { job } = egnyte.entities;
const letters = lettersOf(egnyte, job, ['job']);
const lines = letters.map(({ line }) => line);

describe('the letters of a job', () => {
  test('have one reason for all that a guard treats alike, and one that it does not list', () => {
    const reasons = letters.flatMap(({ event, params }) => (event === 'scan.failed' ? [params.code] : []));
    expect(reasons).toEqual([undefined, '3010', '1']);
  });

  test('have a value that a rule does not exclude', () => {
    expect(lines).toContain('job schedule.create start=+1h frequency=other');
  });

  test('combine the parameters of a pattern if there are too many combinations', () => {
    expect(lines).toContain('job create syncDeletes=on confluence=on');
  });
});

describe('two values of a parameter', () => {
  test('are alike if they are in the same lists', () => {
    expect(isAlike(job, 'scan.failed', 'code', '3010', '3020')).toBe(true);
    expect(isAlike(job, 'scan.failed', 'code', '3010', '4010')).toBe(false);
    expect(isAlike(dovecot.entities.account, 'exited', 'code', '65', '73')).toBe(true);
    expect(isAlike(dovecot.entities.account, 'exited', 'code', '65', '64')).toBe(false);
  });

  test('are not alike if one of them does not fit', () => {
    expect(isAlike(job, 'scan.failed', 'code', '3010', 'many')).toBe(false);
  });
});

test('the usual form of an event ranks before all others, and fewer words before more', () => {
  const ranks = ranksOf(egnyte, letters);
  const rankOf = (line: string): number => ranks[lines.indexOf(line)] as number;
  expect(letters.filter((letter) => isUsual(egnyte, letter)).map(({ line }) => line)).toContain(
    'job config.update emptyFolders=on',
  );
  expect(rankOf('job config.update emptyFolders=on')).toBeLessThan(rankOf('job config.update'));
  expect(rankOf('job scan.start')).toBeLessThan(rankOf('job config.update emptyFolders=on'));
});

test('a fixed region that a code depends on may move', () => {
  const still = (code: number): string[] => {
    const row = egnyte.codes.find((each) => each.code === code) as CodeRow;
    return stillRegionsIn(job, row, usesOf(egnyte as System, row));
  };
  expect(still(110)).toContain('transport');
  expect(still(518)).toContain('sanitize');
  expect(still(650)).toEqual([]);
});
