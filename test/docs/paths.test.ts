import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].sort();

/** A file of the repository in backticks, where no part of its path stands for another. */
const PATH = /`((?:src|test|machines)\/[a-z0-9./-]+\.(?:ts|md|json))`/g;

const named = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(PATH)].map(([, path = '']) => ({ page, path })),
);

test('files that the documents name are there', () => {
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});
