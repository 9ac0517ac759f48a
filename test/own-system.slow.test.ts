// A system of six statuses that `lifecycle init` writes into an empty folder, against the packed package: outside the
// clone, through every verb, with the compiler checking its commands.
import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, run, strangersProject } from './support/packed.ts';

const MINUTES = 60_000;

let project: string;
let own: string;

beforeAll(async () => {
  project = await strangersProject();
  // The tools that a user has beside it: those of the clone, so that nothing more is installed.
  for (const tool of ['typescript', 'vitest', 'fast-check']) {
    symlinkSync(join(root, 'node_modules', tool), join(project, 'node_modules', tool));
  }
  own = join(project, 'zimbra');
  await ended(lifecycle(project, 'init', 'zimbra'), 0);
}, 10 * MINUTES);

afterAll(() => {
  if (project) rmSync(project, { recursive: true, force: true });
});

interface Ended {
  readonly status: number;
  readonly said: string;
}

const start = (script: string, cwd: string, args: readonly string[]): Promise<Ended> =>
  run(process.execPath, [script, ...args], cwd).then(
    (said) => ({ status: 0, said }),
    (error: Error) => ({ status: (error.cause as { code: number }).code, said: error.message }),
  );
const lifecycle = (cwd: string, ...args: string[]) =>
  start(join(project, 'node_modules/migration-lifecycles/dist/cli/main.cjs'), cwd, args);
const verb = (...args: string[]) => lifecycle(own, ...args, '--system', './system.ts');
const tool = (path: string, ...args: string[]) => start(join(root, 'node_modules', path), own, args);
const write = (file: string, text: string) => writeFileSync(join(own, file), text);

async function ended(running: Promise<Ended>, status: number): Promise<string> {
  const { status: was, said } = await running;
  expect({ was, said }).toMatchObject({ was: status });
  return said;
}

describe('a system of its own', () => {
  test('is no second time written into the same folder', { timeout: MINUTES }, async () => {
    expect(await ended(lifecycle(project, 'init', 'zimbra'), 2)).toContain(
      'lifecycle init: "zimbra/codes.ts" is there',
    );
  });

  test('asks npm for the tarball that it was written from', () => {
    const { dependencies } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
    expect(dependencies['migration-lifecycles']).toMatch(/^file:\.\.[\\/]migration-lifecycles-.*\.tgz$/);
  });

  test.each([
    ['simulate', ['simulate', 'first.txt'], 'expectations: 10 met, 0 missed'],
    ['explain', ['explain', 'SERVICE_DOWN'], 'the service is down: start'],
    ['codes', ['codes'], 'DISK_FULL'],
    ['describe', ['describe', 'task'], 'cancel'],
    ['can', ['can', 'task', 'TASK:PAUSED'], 'resume'],
    ['explore', ['explore', 'task'], 'situations'],
    ['path to a status', ['path', 'task', 'TASK:FAILED'], 'task failed code=300'],
    ['path to a code', ['path', 'task', '--code', '202'], 'task resume'],
    ['gate matrix', ['gate', 'matrix', 'task'], 'cancel'],
    ['diagram', ['diagram', 'task'], '<svg'],
    ['diagram of the whole', ['diagram', '--view', 'system'], 'service'],
    ['laws', ['laws'], 'holds   2: can() of the XState machine is true exactly where the command is accepted'],
  ])('%s', { timeout: MINUTES }, async (_, args, says) => {
    expect(await ended(verb(...args), 0)).toContain(says);
  });

  test('gate check passes a page that is right, and finds what one forgets', { timeout: MINUTES }, async () => {
    const pausable = "(command !== 'pause' || view.phases.TASK === 'RUNNING')";
    const resumable = "(command !== 'resume' || view.phases.TASK === 'PAUSED')";
    const live = "(command !== 'cancel' || ['QUEUED', 'RUNNING', 'PAUSED'].includes(view.phases.TASK))";
    const free = "[null, 'FAILED', 'CANCELLED'].includes(view.phases.TASK)";
    const page = (startable: string) =>
      `export default (command, view) => ${pausable} && ${resumable} && ${live} && (command !== 'start' || ${startable});`;
    write('right.js', page(`${free} && !view.facts.serviceDown`));
    write('wrong.js', page(free));
    await ended(verb('gate', 'check', 'right.js'), 0);
    expect(await ended(verb('gate', 'check', 'wrong.js'), 1)).toContain('204 SERVICE_DOWN');
  });

  test('has its commands checked by the compiler', { timeout: MINUTES }, async () => {
    await ended(tool('typescript/bin/tsc'), 0);
    write(
      'misspelt.ts',
      "import { simulate } from 'migration-lifecycles';\nimport system from './system.ts';\n" +
        "simulate([{ to: 'task', type: 'strat' }], { system });\n",
    );
    expect(await ended(tool('typescript/bin/tsc'), 1)).toContain('misspelt.ts(3,');
    rmSync(join(own, 'misspelt.ts'));
  });

  test('passes its own tests, all laws among them', { timeout: MINUTES }, async () => {
    expect(await ended(tool('vitest/vitest.mjs', 'run'), 0)).toContain('13 passed');
  });

  test('is refused in one line where it is wrong, before anything runs', { timeout: MINUTES }, async () => {
    const path = join(own, 'task.ts');
    const sound = readFileSync(path, 'utf8');
    writeFileSync(path, sound.replace("finished: 'SUCCEEDED'", "finished: 'SUCEEDED'"));
    expect(await ended(verb('simulate', 'first.txt'), 2)).toContain(
      'lifecycle simulate: ./system.ts: entities.task.chart.states.TASK.states.RUNNING.on.finished: ' +
        'no status SUCEEDED; did you mean SUCCEEDED?',
    );
    writeFileSync(path, sound);
  });
});
