import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { root } from './stage.ts';
import { systemsIn, withNumbers } from './systems-table.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the table of systems has exactly the registered systems', () => {
  expect(systemsIn(readme).sort()).toEqual(Object.keys(systems).sort());
});

test('the table of systems has the entities and numbers of the data', () => {
  expect(readme).toBe(withNumbers(readme));
});

test('a wrong number is found', () => {
  const wrong = readme.replace(/^(\| \[egnyte\].*\| )381( \|)/m, '$1382$2');
  expect(wrong).not.toBe(readme);
  expect(withNumbers(wrong)).toBe(readme);
});
