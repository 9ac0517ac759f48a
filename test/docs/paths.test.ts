import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })].sort();

/** A file of the repository in backticks, whose path has no placeholder. */
const PATH = /`((?:src|test|machines)\/[a-z0-9./-]+\.(?:ts|md|json))`/g;

const named = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(PATH)].map(([, path = '']) => ({ page, path })),
);

/** A declaration, and the file that has it: `` `World.command` (`src/engine/world.ts`) ``. */
const DECLARED = /`([\w.]+)`(?: there| itself)?\s+(?:in|\()\s*`((?:src|machines)\/[\w./-]+\.ts)`/g;

const declared = [...readFileSync(join(root, 'docs/architecture.md'), 'utf8').matchAll(DECLARED)].map(
  ([, name = '', path = '']) => ({ name: name.split('.').at(-1), path }),
);

test('the declarations that the architecture names are in the files that it names', () => {
  const isDeclared = ({ name, path }: (typeof declared)[number]): boolean =>
    new RegExp(`\\b(?:function\\*?|class|const|interface|type) ${name}\\b|^ {2}(?:async )?\\*?${name}\\(`, 'm').test(
      readFileSync(join(root, path), 'utf8'),
    );
  expect(declared.length).toBeGreaterThan(15);
  expect(declared.filter((each) => !isDeclared(each))).toEqual([]);
});

test('files that the documents name exist', () => {
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
});
