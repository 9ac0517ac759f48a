import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenLinks } from './links.ts';
import { root } from './stage.ts';

const pages = globSync('{*.md,docs/*.md,docs/{decisions,systems}/*.md}', { cwd: root });

test.each(pages)('the links of %s lead somewhere', (page) => {
  expect(brokenLinks(readFileSync(join(root, page), 'utf8'), page, root)).toEqual([]);
});

test('there are pages', () => expect(pages).toContain('README.md'));

describe('a link', () => {
  test.each([
    ['to a missing file', '[x](docs/nowhere.md)', 'no docs/nowhere.md'],
    ['to a missing heading', '# Title\n[x](#titel)', 'no heading #titel'],
    ['to a missing heading of another page', '[x](docs/tutorial.md#nowhere)', 'no heading docs/tutorial.md#nowhere'],
    ['to a heading of a folder', '[x](docs#x)', 'a folder'],
  ])('%s is found', (_, markdown, finding) => {
    expect(brokenLinks(markdown, 'README.md', root).join()).toContain(finding);
  });

  test('to another site, a heading, a file or a folder is right', () => {
    expect(
      brokenLinks('# A `b`: c\n[x](#a-b-c) [x](docs) [x](LICENSE) [x](https://semver.org)', 'README.md', root),
    ).toEqual([]);
  });
});
