import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isReadable, PAGE_WIDTH, SMALLEST } from './pictures.ts';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
const shown = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/!\[[^\]]*\]\(([^)]+\.svg)\)/g)].map(
    ([, path]) => [page, path as string] as const,
  ),
);

test('pages show pictures', () => expect(shown.length).toBeGreaterThan(20));

test.each(shown)(`%s shows %s with no text under ${SMALLEST} px in ${PAGE_WIDTH} px`, (page, path) => {
  expect(isReadable(readFileSync(join(root, dirname(page), path), 'utf8'))).toBe(true);
});

test('a text that a page makes too small is not readable', () => {
  expect(isReadable('<svg width="968" font-size="11">')).toBe(true);
  expect(isReadable('<svg width="1000" font-size="11">')).toBe(false);
  expect(isReadable('<svg width="400" font-size="11"><style>text{font-size:9px}</style>')).toBe(false);
});
