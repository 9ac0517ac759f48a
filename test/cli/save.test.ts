import {
  chmodSync,
  globSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { save, saveNew, saving, savingIn } from '../../src/cli/io/save.ts';
import { folder } from './program.ts';

const root = join(import.meta.dirname, '../..');

/** A folder with an old file in it. */
function withOld(name = 'old.txt'): { dir: string; old: string } {
  const dir = folder();
  const old = join(dir, name);
  writeFileSync(old, 'old');
  return { dir, old };
}

const read = (path: string): string => readFileSync(path, 'utf8');
const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8);

describe('a saved file', () => {
  it('is new or replaces the old one, and leaves nothing else in the folder', () => {
    const { dir, old } = withOld();
    save(old, 'new');
    save(join(dir, 'other.txt'), Uint8Array.of(104, 105));
    expect([read(old), read(join(dir, 'other.txt'))]).toEqual(['new', 'hi']);
    expect(readdirSync(dir)).toEqual(['old.txt', 'other.txt']);
  });

  it.each([255, 250, 1])('may have a name of %i bytes', (length) => {
    const path = join(folder(), 'x'.repeat(length));
    save(path, 'new');
    expect(read(path)).toBe('new');
  });

  it.each(['a b', '-o', 'ä\u202e', 'line\nbreak', '.hidden', "'$(x)'", '*'])('may be called %j', (name) => {
    const path = join(folder(), name);
    save(path, 'new');
    expect(read(path)).toBe('new');
  });

  it.each(['644', '600', '755', '664', '400'].map((mode) => [mode]))('keeps the mode %s', (mode) => {
    const { old } = withOld();
    chmodSync(old, Number.parseInt(mode, 8));
    // Root may write to any file. Read-only files are refused for others, below.
    if (process.getuid?.() === 0 || mode !== '400') save(old, 'new');
    expect(modeOf(old)).toBe(mode);
  });

  it('is the target of a link, and the link stays', () => {
    const { dir, old } = withOld();
    symlinkSync('old.txt', join(dir, 'first'));
    symlinkSync(join(dir, 'first'), join(dir, 'second'));
    save(join(dir, 'second'), 'new');
    expect(read(old)).toBe('new');
    expect(readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())).toHaveLength(2);
  });

  it('is the target of a dangling link', () => {
    const dir = folder();
    mkdirSync(join(dir, 'a/b'), { recursive: true });
    symlinkSync('a/b', join(dir, 'way'));
    symlinkSync('../target.txt', join(dir, 'a/b/link'));
    save(join(dir, 'way/link'), 'new');
    expect(read(join(dir, 'a/target.txt'))).toBe('new');
  });

  it('does not change another hard link of the old file', () => {
    const { dir, old } = withOld();
    linkSync(old, join(dir, 'kept.txt'));
    save(old, 'new');
    expect(read(join(dir, 'kept.txt'))).toBe('old');
  });
});

describe('a file that cannot be written is reported before the work begins', () => {
  it.each([
    ['a missing folder', () => join(folder(), 'none/new.txt'), /: no such file or directory$/],
    ['a folder that is a file', () => join(withOld().old, 'new.txt'), /: not a directory$/],
    ['a folder', () => folder(), / is a directory$/],
    ['a name with a slash at the end', () => `${folder()}/new/`, / is a directory$/],
    ['a name of 256 bytes', () => join(folder(), 'x'.repeat(256)), /: name too long$/],
    ['a name with a zero byte', () => join(folder(), 'a\0b'), /^no file can be called /],
    ['a file in /proc', () => '/proc/self/none', /: no such file or directory$/],
    [
      'a loop of links',
      () => {
        const dir = folder();
        symlinkSync('b', join(dir, 'a'));
        symlinkSync('a', join(dir, 'b'));
        return join(dir, 'a');
      },
      /: too many symbolic links encountered$/,
    ],
  ])('%s', (_, place, message) => {
    const path = place();
    expect(() => save(path, 'new')).toThrow(message);
    expect(() => save(path, 'new')).toThrow(expect.objectContaining({ name: 'Complaint' }));
  });

  it('a file, or a folder, that is read-only', ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may write to any file');
    const { dir, old } = withOld();
    chmodSync(old, 0o400);
    expect(() => saving(old)).toThrow(/: permission denied$/);
    chmodSync(dir, 0o500);
    expect(() => saving(join(dir, 'new.txt'))).toThrow(/: permission denied$/);
    chmodSync(dir, 0o700);
  });

  it('until something is written, the old file stays and the folder has nothing else', () => {
    const { dir, old } = withOld();
    const write = saving(old);
    expect([read(old), readdirSync(dir)]).toEqual(['old', ['old.txt']]);
    write('new');
    expect([read(old), readdirSync(dir)]).toEqual(['new', ['old.txt']]);
  });
});

describe('files that cannot all be written', () => {
  const files = new Map([
    ['a.txt', 'a'],
    [`${'x'.repeat(256)}.txt`, 'too long a name'],
  ]);

  it('leave nothing if they are new', () => {
    const dir = folder();
    expect(() => saveNew(join(dir, 'b/c'), files)).toThrow(/: name too long$/);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('leave what was in the folder before', () => {
    const { dir } = withOld();
    mkdirSync(join(dir, 'empty'));
    expect(() => saveNew(dir, files)).toThrow(/: name too long$/);
    expect(() => savingIn(dir)('empty/b/old.txt/', '')).toThrow(/ is a directory$/);
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(['empty', 'old.txt']);
  });

  it('leave no empty folder if they are written one by one', () => {
    const dir = folder();
    const write = savingIn(join(dir, 'new'));
    write('a/full.txt', 'full');
    expect(() => write(`a/b/${'x'.repeat(256)}`, '')).toThrow(/: name too long$/);
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(['new', 'new/a', 'new/a/full.txt']);
  });

  it.each([
    ['a name that is too long', 'x'.repeat(256), /: name too long$/],
    ['a file', 'old.txt', /: file already exists$/],
  ])('make no folder above %s', (_, name, message) => {
    const { dir } = withOld();
    expect(() => savingIn(join(dir, name === 'old.txt' ? name : `above/${name}`))).toThrow(message);
    expect(readdirSync(dir)).toEqual(['old.txt']);
  });
});

it('src/cli/io/save.ts does all writing except in the build', () => {
  const sources = globSync('src/**/*.ts', { cwd: root, exclude: ['src/build/**'] });
  const writing = sources.filter((source) =>
    /\b(?:writeFile|appendFile|createWriteStream|copyFile)/.test(read(join(root, source))),
  );
  expect(sources.length).toBeGreaterThan(200);
  expect(writing).toEqual(['src/cli/io/save.ts']);
});

describe.runIf(process.platform === 'linux')('a device', () => {
  it('is written to and stays', () => {
    save('/dev/null', 'new');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('may be full', () => {
    expect(() => save('/dev/full', 'new')).toThrow('cannot write "/dev/full": no space left on device');
  });
});
