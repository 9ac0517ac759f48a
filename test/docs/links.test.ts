import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchor } from '../reference/markdown.ts';
import { withBlocks } from './blocks.ts';
import { root } from './stage.ts';

const pages = globSync('{*.md,docs/*.md,docs/{decisions,systems}/*.md}', { cwd: root });

/** What is wrong with the links of a page to files and headings of this repository. */
function brokenLinks(markdown: string, page: string): string[] {
  const prose = withBlocks(markdown, () => '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [path = '', heading] = target.split('#');
    const file = path === '' ? join(root, page) : join(root, dirname(page), path);
    if (!existsSync(file)) return [`${page}: no ${path}`];
    if (heading === undefined) return [];
    if (statSync(file).isDirectory()) return [`${page}: ${path} is a folder and has no heading`];
    return headingsOf(path === '' ? markdown : readFileSync(file, 'utf8')).includes(heading)
      ? []
      : [`${page}: no heading ${target}`];
  });
}

const headingsOf = (markdown: string): string[] =>
  [...withBlocks(markdown, () => '').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));

test.each(pages)('the links of %s lead somewhere', (page) => {
  expect(brokenLinks(readFileSync(join(root, page), 'utf8'), page)).toEqual([]);
});

test('there are pages', () => expect(pages).toContain('README.md'));

describe('a link', () => {
  test.each([
    ['to a file that is not there', '[x](docs/nowhere.md)', 'no docs/nowhere.md'],
    ['to a heading that is not there', '# Title\n[x](#titel)', 'no heading #titel'],
    [
      "to another page's heading that is not there",
      '[x](docs/tutorial.md#nowhere)',
      'no heading docs/tutorial.md#nowhere',
    ],
    ['to a heading of a folder', '[x](docs#x)', 'a folder'],
  ])('%s is found out', (_, markdown, finding) => {
    expect(brokenLinks(markdown, 'README.md').join()).toContain(finding);
  });

  test('to the world outside, to a heading, to a file and to a folder is right', () => {
    expect(brokenLinks('# A `b`: c\n[x](#a-b-c) [x](docs) [x](LICENSE) [x](https://semver.org)', 'README.md')).toEqual(
      [],
    );
  });
});
