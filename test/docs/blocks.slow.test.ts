import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Block, blocksOf, withBlocks } from './blocks.ts';
import { documents } from './documents.ts';
import { root, Stage } from './stage.ts';

/** Each command is a process, and the machine may be busy. */
vi.setConfig({ testTimeout: 120_000 });

const titleOf = ({ is, words, line, text }: Block): string =>
  `line ${line}: ${[is, ...words].join(' ')}: ${text.split('\n')[0]}`;

describe.each(documents)('%s', (path) => {
  const blocks = blocksOf(readFileSync(join(root, path), 'utf8'));
  let stage: Stage;
  beforeAll(() => {
    stage = new Stage();
  });
  afterAll(() => stage.clear());

  test.each(blocks.map((block) => ({ title: titleOf(block), block })))('$title', ({ block }) => {
    expect(stage.play(block)).toBe(block.text);
  });

  test('its programs are well typed, and each is run', () => {
    expect(stage.typeErrors()).toBe('');
    expect(stage.unrun()).toEqual([]);
  });
});

test('the documents with blocks are there', () => {
  expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/tutorial.md', 'docs/architecture.md']));
});

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** A small document with every kind of block. Every block is true. */
const sound = `
\`\`\`text early.txt
given ready
job scan.start
job copy.start => 650
\`\`\`
\`\`\`sh
$ lifecycle simulate early.txt --json | tail -n 1 | cut -c 1-50
{"step":8,"at":0,"to":"job:1","type":"copy.start",
$ cat <<'END'
> two words
> END
two words
$ lifecycle simulate nowhere.txt; echo "status $?"
lifecycle simulate: cannot read "nowhere.txt": no such file or directory; name a scenario file, or - for standard input
status 2
\`\`\`
\`\`\`text pass.txt dovecot
account enqueue
\`\`\`
\`\`\`ts count.ts
import { catalogue } from 'migration-lifecycles';
console.log(catalogue('egnyte').length > 0);
\`\`\`
\`\`\`sh
$ node count.ts
true
\`\`\`
\`\`\`ts
import { egnyte } from 'migration-lifecycles/machines/egnyte';
if (egnyte.name !== 'egnyte') throw new Error();
\`\`\`
\`\`\`sh clone
$ npm ci && npx lifecycle --version && npm test
${version}
\`\`\`
\`\`\`text
words ──► facts
\`\`\`
`;

/** Runs all blocks of a document, and returns what is wrong. */
function faultsOf(markdown: string): string[] {
  const stage = new Stage();
  try {
    const faults = blocksOf(markdown).flatMap((block) => {
      try {
        const truth = stage.play(block);
        return truth === block.text ? [] : [`${titleOf(block)}: not so, but:\n${truth}`];
      } catch (error) {
        return [`${titleOf(block)}: ${error instanceof Error ? error.message : error}`];
      }
    });
    const types = stage.typeErrors();
    return [...faults, ...(types === '' ? [] : [types]), ...stage.unrun().map((name) => `${name} is not run`)];
  } finally {
    stage.clear();
  }
}

const fence = (info: string, ...lines: string[]): string[] => [`\`\`\`${info}`, ...lines, '```'];
const sh = (...lines: string[]): string[] => fence('sh', ...lines);
const text = (words: string, ...lines: string[]): string[] => fence(`text ${words}`, ...lines);
const ts = (words: string, ...lines: string[]): string[] => fence(`ts ${words}`, ...lines);

describe('a small document', () => {
  test('is true', () => expect(faultsOf(sound)).toEqual([]));

  test.each([
    ['a line of output differs', sh('$ echo two words', 'two wrods'), 'not so, but:\n$ echo two words\ntwo words'],
    ['a line of output is missing', sh('$ echo two; echo words', 'two'), 'not so, but'],
    ['there is a line of output too many', sh('$ echo two words', 'two words', ''), 'not so, but'],
    ['a command does not exist', sh('$ cta'), 'ended with 127'],
    ['a command ends badly', sh('$ false'), '`false` ended with 1'],
    ['a wrong status is shown', sh('$ false; echo "status $?"', 'status 0'), 'not so, but'],
    ['a session begins without a command', sh('two words'), 'begins with a command'],
    [
      'a session finds no file of that name',
      [...text('early.txt', 'given ready'), ...sh('$ cat eraly.txt')],
      'ended with 1',
    ],
    [
      'a scenario cannot be read',
      text('early.txt', 'given ready', 'jbo scan.start'),
      'early.txt:2:1: unknown entity "jbo"',
    ],
    ["a scenario is another system's", text('pass.txt dovecot', 'job scan.start'), 'expected manager or account'],
    ['a scenario names an unknown system', text('pass.txt doveoct', 'account start'), 'no system doveoct'],
    [
      'a program is badly typed',
      ts('a.ts', "import { catalogue } from 'migration-lifecycles';", "catalogue('egntye');"),
      'TS2345',
    ],
    ['a program is not run', ts('a.ts', 'console.log(1);'), 'a.ts is not run'],
    [
      'a program prints something else',
      [...ts('a.ts', 'console.log(1);'), ...sh('$ node a.ts', '2')],
      'not so, but:\n$ node a.ts\n1',
    ],
    ['a program throws', [...ts('a.ts', 'throw new Error();'), ...sh('$ node a.ts')], 'ended with 1'],
    ['a program without a name throws', ts('', 'throw new Error();'), 'ended with 1'],
    ['a program without a name prints something', ts('', 'console.log(1);'), 'prints what is not shown:\n1'],
    [
      'a program imports what is not exported',
      ts('', "import 'migration-lifecycles/machines/egnyte/job';"),
      'ended with 1',
    ],
    ['npm has no such script', fence('sh clone', '$ npm ci && npm run tset'), 'nothing to do for npm run tset'],
    ['a clone is told to run more than npm', fence('sh clone', '$ make'), 'not make'],
    ['a clone prints something else', fence('sh clone', '$ npx lifecycle --version', '0.0.0'), 'not so, but'],
    ['a block is of an unknown kind', fence('', 'words'), 'test/docs/blocks.ts says what there is'],
    ['a word behind the backticks is unknown', fence('sh cloen', '$ true'), 'sh cloen'],
  ])('is found to be wrong if %s', (_, lines, finding) => {
    expect(faultsOf(lines.join('\n')).join('\n')).toContain(finding);
  });

  test('is refused if a block is never closed', () => {
    expect(() => blocksOf('# Title\n```sh\n$ true\n')).toThrow('line 2 is never closed');
  });

  test('keeps everything except the texts that are replaced', () => {
    expect(withBlocks(sound, (block) => block.text)).toBe(sound);
    const longer = 'a\n```sh\n$ true\n```\nb\n```text\n```\n';
    expect(withBlocks(longer, () => 'x\ny')).toBe('a\n```sh\nx\ny\n```\nb\n```text\nx\ny\n```\n');
  });
});
