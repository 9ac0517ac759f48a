import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const config = fileURLToPath(new URL('./fixtures/closing-line/vitest.config.ts', import.meta.url));
const vitest = fileURLToPath(new URL('./vitest.mjs', import.meta.resolve('vitest/package.json')));

it.each([
  { run: ['passing'], status: 0, line: '1 passed, 0 failed' },
  { run: ['passing', 'mixed'], status: 1, line: '3 passed, 1 failed, 1 skipped' },
  { run: ['passing', 'unloadable'], status: 1, line: '1 passed, 1 failed' },
  { run: ['uncaught'], status: 1, line: '1 passed, 1 failed' },
  { run: ['nothing-of-that-name'], status: 1, line: '0 passed, 0 failed' },
])('the last line of a run of $run is $line', ({ run, status, line }) => {
  const said = spawnSync(process.execPath, [vitest, 'run', '--config', config, ...run], { encoding: 'utf8' });
  expect(said.stdout.split('\n').slice(-2)).toEqual([line, '']);
  expect(said.status).toBe(status);
});

it('says what was skipped before the last line, and why', () => {
  const said = spawnSync(process.execPath, [vitest, 'run', '--config', config, 'mixed'], { encoding: 'utf8' });
  expect(said.stdout.split('\n').slice(-3)).toEqual([
    'skipped: 1 of mixed.fixture.ts: there is no moon',
    '2 passed, 1 failed, 1 skipped',
    '',
  ]);
});
