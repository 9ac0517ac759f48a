import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url)), ...args], { encoding: 'utf8' });

it.each([
  [['nobody'], 'check:real: no check of nobody; there are: '],
  [['wildduck', '--steps', 'many'], 'check:real: --steps and --seed take a whole number'],
  [['wildduck', '--step', '5'], "check:real: Unknown option '--step'"],
])('%j is misuse, told in one line', (args, said) => {
  const { status, stderr } = run(...args);
  expect(stderr).toContain(said);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(2);
});
