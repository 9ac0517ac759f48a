import { spawn } from 'node:child_process';
import type { Mutation } from './mutations.ts';
import { ROOT, roomOf } from './sample.ts';

/** A mutant that takes so many times as long as none has lost its way. */
const LOST = 8;

/** The unit tests that import the files of a room. Only the slow ones ask the stepper for everything. */
const READING = [
  ...['text', 'ndjson', 'messages', 'expectations', 'given', 'parameters', 'stream', 'recall', 'recent', 'write'],
  'results',
];
const TESTS: { readonly [room: string]: readonly string[] } = {
  'src/engine': ['engine/', 'toys/', 'session/', 'systems/egnyte/clock', 'systems/egnyte/hostile', 'cli/simulate'],
  'src/condition': ['condition/', 'gate/', 'systems/egnyte/reasons'],
  'src/model': ['model/', 'condition/', 'define/', 'scenario/parameters', 'scenario/messages', 'cli/describe', 'gate/'],
  'src/scenario': READING.map((name) => `scenario/${name}`),
  'src/stepper': ['stepper/'],
};

const limits = new Map<string, number>();

/** Whether the unit tests of its room notice a mutant. They have to pass without one. */
export async function unitTests(mutation: Mutation): Promise<'pass' | 'fail' | 'lost'> {
  const room = roomOf(mutation.file);
  if (!limits.has(room)) {
    const began = performance.now();
    const plain = await run(room, { ...mutation, start: 0, end: 0, text: '' });
    if (plain !== 'pass') throw new Error(`without any mutant the unit tests of ${room} ${plain}`);
    limits.set(room, LOST * (performance.now() - began));
    const broken = await run(room, { ...mutation, start: 0, end: 0, text: "throw new Error('a mutant');\n" });
    if (broken === 'pass') throw new Error(`the unit tests of ${room} do not load ${mutation.file}`);
  }
  return run(room, mutation, limits.get(room));
}

function run(room: string, mutation: Mutation, limit?: number): Promise<'pass' | 'fail' | 'lost'> {
  const [, system] = /^machines\/(.+)/.exec(room) ?? [];
  const tests = TESTS[room] ?? [`systems/${system}/`, 'systems/defaults', 'systems/usual', 'gate/gate'];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutants/vitest.config.ts'];
  const child = spawn(process.execPath, [...vitest, ...tests.map((each) => `test/${each}`)], {
    cwd: ROOT,
    env: { ...process.env, MUTANT: JSON.stringify(mutation) },
    stdio: 'ignore',
    // In a group of its own, so that its workers end with it.
    detached: true,
  });
  return new Promise((resolve) => {
    let lost = false;
    const timer =
      limit &&
      setTimeout(() => {
        lost = true;
        process.kill(-(child.pid as number), 'SIGKILL');
      }, limit);
    child.once('exit', (status) => {
      clearTimeout(timer);
      resolve(lost ? 'lost' : status === 0 ? 'pass' : 'fail');
    });
  });
}
