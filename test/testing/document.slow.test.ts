// The programs of docs/testing.md, in a project of their own: they type-check, and their tests run.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blocksOf } from '../docs/blocks.ts';

const root = join(import.meta.dirname, '../..');
const document = readFileSync(join(root, 'docs/testing.md'), 'utf8');
const blocks = blocksOf(document);
const programs = blocks.filter(({ is }) => is === 'ts');

/** The package under its own name, from the sources. */
const sources = {
  'migration-lifecycles/testing': join(root, 'src/testing/index.ts'),
  'migration-lifecycles': join(root, 'src/index.ts'),
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'testing-'));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write('package.json', '{"type":"module"}');
  write('vitest.config.mjs', `export default ${JSON.stringify({ resolve: { alias: sources } })};\n`);
  const paths = Object.fromEntries(Object.entries(sources).map(([name, path]) => [name, [path]]));
  const compilerOptions = { paths, lib: ['es2023', 'dom'], types: [] };
  write('tsconfig.json', JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: ['*.ts'] }));
  for (const { words, text } of programs) write(words[0] as string, `${text}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const said = async (script: string, ...args: string[]): Promise<string> => {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, NO_COLOR: '1' };
  const done = promisify(execFile)(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: folder,
    env,
  });
  const { stdout } = await done.catch((error: { stdout: string }) => error);
  return stdout;
};

test('its programs are well typed', { timeout: 120_000 }, async () => {
  expect(programs.length).toBeGreaterThan(3);
  const found = await said('typescript/bin/tsc', '-p', '.', '--pretty', 'false');
  // Errors in the sources are left to `npm run typecheck`.
  expect(found.split('\n').filter((line) => programs.some(({ words }) => line.startsWith(`${words[0]}(`)))).toEqual([]);
  expect(found).not.toMatch(/^error/m);
});

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[];
  }[];
}

test('its tests pass, except one, which fails with the message shown there', { timeout: 120_000 }, async () => {
  await said('vitest/vitest.mjs', 'run', '--reporter=json', '--outputFile=report.json', '--root', folder);
  const { testResults } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
  const results = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, failureMessages }) => ({ file: name.split('/').at(-1), status, failureMessages })),
  );
  const failed = results.filter(({ status }) => status !== 'passed');
  expect(results.length).toBe(programs.filter(({ words }) => words[0]?.endsWith('.test.ts')).length);
  expect(failed.map(({ file }) => file)).toEqual(['forgetful.test.ts']);
  const message = failed[0]?.failureMessages[0]?.replace(/\n {4}at [\s\S]*$/, '').replace(/^Error: /, '');
  const shown = blocks.find(({ is, words }) => is === 'text' && words[0] === 'forgetful');
  expect(message).toBe(shown?.text);
});
