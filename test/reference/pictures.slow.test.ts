import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drawn, pictures } from './pictures.ts';

const all = [...pictures()];

test.each(all.map((picture) => [picture.path, picture] as const))(
  'docs/reference/%s is as `npm run docs` draws it',
  async (path, picture) => {
    const file = new URL(`../../docs/reference/${path}`, import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(await drawn(picture));
  },
);

test('docs/reference has no picture of anything that is gone', () => {
  const folder = new URL('../../docs/reference/', import.meta.url);
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.svg'));
  expect(there.sort()).toEqual(all.map(({ path }) => path).sort());
});
