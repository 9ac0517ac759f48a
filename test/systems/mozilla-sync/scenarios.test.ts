import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const folder = new URL('scenarios/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));

test('there are scenarios to run', () => {
  expect(files.length).toBeGreaterThan(0);
});

for (const file of files) {
  test(file, () => {
    const results = run(readFileSync(new URL(file, folder), 'utf8'), file);
    expect(results.filter(({ missed }) => missed)).toEqual([]);
  });
}
