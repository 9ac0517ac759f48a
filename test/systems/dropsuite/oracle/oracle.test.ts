import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missed } from './scenario.ts';

const folder = new URL('../scenarios/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

test('there are scenarios to run', () => {
  expect(files.length).toBeGreaterThan(0);
});

for (const file of files) {
  test(`the oracle answers as ${file} expects`, () => {
    const result = missed(readFileSync(new URL(file, folder), 'utf8'));
    expect(result.expectations).toBeGreaterThan(0);
    expect(result.missed).toEqual([]);
  });
}
