import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** test/package.slow.test.ts checks that these are the packages whose code is in the packed package. */
const root = join(import.meta.dirname, '../..');
const notice = readFileSync(join(root, 'NOTICE'), 'utf8');
const entries = [...notice.matchAll(/^(\S+) ([\d.]+), (.+)$/gm)].map(([, name = '', version, licence]) => ({
  name,
  version,
  licence,
}));

const manifestOf = (name: string): { readonly version: string; readonly license: string } =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));

describe('NOTICE', () => {
  it('lists packages', () => expect(entries.length).toBeGreaterThan(5));

  it.each(entries)('has the installed version of $name, and the licence that it states', (entry) => {
    const { version, license } = manifestOf(entry.name);
    expect(entry).toEqual({ name: entry.name, version, licence: license });
  });

  it('says which licence applies here to a package that offers several', () => {
    const several = entries.filter(({ licence }) => / OR /.test(licence ?? ''));
    for (const { name } of several) {
      expect(notice).toMatch(new RegExp(`^${name} .*\\n {2}handed on here under \\S+\\n`, 'm'));
    }
    expect(several.map(({ name }) => name)).toEqual(['elkjs']);
  });
});
