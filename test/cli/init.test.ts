import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { call, folder } from './program.ts';

/** The last line that `init` prints for a folder of this name. */
async function nextFor(name: string): Promise<string | undefined> {
  const { status, stdout, stderr } = await call(['init', '--', name]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).not.toMatch(/[^\P{C}\n]/u);
  return stdout.split('\n').at(-2);
}

/** Runs with a new folder as the working directory. */
async function inNewFolder(run: (dir: string) => Promise<void>): Promise<void> {
  const before = process.cwd();
  const dir = folder();
  process.chdir(dir);
  try {
    await run(dir);
  } finally {
    process.chdir(before);
  }
}

describe('the line that lifecycle init ends with can be pasted into a shell', () => {
  it.each([
    ['zimbra', 'zimbra'],
    ['a b', "'a b'"],
    ["it's $(id)", `'it'\\''s $(id)'`],
    ['--x', './--x'],
    ['.', '.'],
  ])('%s', (name, word) =>
    inNewFolder(async () => expect(await nextFor(name)).toBe(`Next: cd ${word} && npm install && npm test`)),
  );

  it('and does not garble a terminal', () =>
    inNewFolder(async () =>
      expect(await nextFor('\u001b[31m\u202e\nb')).toBe(
        String.raw`Next: cd '\u{1b}[31m\u{202e}\u{a}b' && npm install && npm test`,
      ),
    ));
});

it('lifecycle init without a name for its folder writes nothing', () =>
  inNewFolder(async (dir) => {
    const { status, stderr } = await call(['init', '']);
    expect([status, stderr]).toEqual([
      2,
      'lifecycle init: cannot make "": no such file or directory; name another folder\n',
    ]);
    expect(readdirSync(dir)).toEqual([]);
  }));
