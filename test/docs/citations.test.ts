import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { citationsIn, sectionsOf } from './citations.ts';
import { root } from './stage.ts';

const names = Object.keys(systems);
const modules = globSync('{machines,src,test}/**/*.ts', { cwd: root, exclude: ['**/node_modules/**'] }).sort();
const all = modules.map((path) => ({ path, ...citationsIn(path, readFileSync(join(root, path), 'utf8'), names) }));

const sections = new Map(
  names.map((name) => [name, sectionsOf(readFileSync(join(root, `docs/systems/${name}.md`), 'utf8'))]),
);

test('every section that a comment cites exists', () => {
  const lost = all.flatMap(({ path, citations }) =>
    citations
      .filter(({ system, section }) => !sections.get(system)?.has(section))
      .map(({ system, section, line }) => `${path}:${line}: docs/systems/${system}.md has no section ${section}`),
  );
  expect(lost).toEqual([]);
});

test('every citation in a comment names a page', () => {
  expect(all.flatMap(({ path, faults }) => faults.map((each) => `${path}:${each}`))).toEqual([]);
});

test('modules were read, and citations of every page were found', () => {
  expect(modules.length).toBeGreaterThan(400);
  expect(new Set(all.flatMap(({ citations }) => citations.map(({ system }) => system)))).toEqual(new Set(names));
});

describe('a citation', () => {
  const read = (comment: string) => citationsIn('toy.ts', comment, ['lamp', 'lamp-post', 'fuse']);
  const cited = (comment: string) => read(comment).citations.map(({ system, section }) => `${system} ${section}`);

  it.each([
    ['of one section', '// It burns (lamp 2.3).', ['lamp 2.3']],
    ['of several', '// It burns (lamp 2.3, 4).', ['lamp 2.3', 'lamp 4']],
    ['of several systems', '// It burns (lamp 2.3; fuse 5).', ['lamp 2.3', 'fuse 5']],
    ['of a system whose name begins like another', '// It burns (lamp-post 1).', ['lamp-post 1']],
    ['of sections from one to another', '// It burns (lamp 4 to 6).', ['lamp 4', 'lamp 6']],
    ['with words after it', '// It burns (lamp 4, HEADERS).', ['lamp 4']],
    ['over two lines of a block', '/**\n * It burns (lamp\n * 2.3, 4).\n */', ['lamp 2.3', 'lamp 4']],
    ['over two lines', '// It burns (lamp\n// 2.3).', ['lamp 2.3']],
    ['behind code', "const a = '//'; // It burns (lamp 2.3).", ['lamp 2.3']],
  ])('%s is read', (_, comment, expected) => expect(cited(comment)).toEqual(expected));

  it.each([
    ['words in brackets', '// a lamp (lamp or fuse)'],
    ['a string', "const a = '(lamp 2.3)';"],
    ['code', 'const a = (lamp) + 2.3;'],
  ])('is not read from %s', (_, source) => expect(cited(source)).toEqual([]));

  it('has its line', () => {
    expect(read('const a = 1;\n/**\n * It burns\n * (lamp 2).\n */').citations).toMatchObject([{ line: 4 }]);
  });

  it.each([
    ['of something that is not a number', '// It burns (lamp 2.3, 4.).', '1: "4." is no section'],
    ['of a rulebook', '/** As the rulebook says. */', '1: "rulebook" is in no page of docs/systems'],
    ['of a rulebook by number', '\n// (Rulebook 2.3)', '2: "Rulebook" is in no page of docs/systems'],
    ['of the contract', '// one line (contract, codes)', '1: "(contract, codes)" is in no page of docs/systems'],
  ])('%s is reported', (_, comment, fault) => expect(read(comment).faults).toEqual([fault]));
});

test('the sections of a page are the numbers of its headings', () => {
  const page = '# Lamp\n\n## 1. The lamp\n\n### 1.1 Gates\n\n### lamp switchOn\n\nIn 2026\n\n## 2 Codes\n';
  expect([...sectionsOf(page)]).toEqual(['1', '1.1', '2']);
});
