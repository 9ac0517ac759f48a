import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from './pages.ts';

test.each([...pages()])('docs/reference/%s is as `npm run docs` writes it', (path, text) => {
  const file = new URL(`../../docs/reference/${path}`, import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
