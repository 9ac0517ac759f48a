import { spawn } from 'node:child_process';
import type { Mutation } from './mutations.ts';
import { ROOT, roomOf } from './sample.ts';

/** A mutant that takes this many times as long as the original code counts as lost. */
const LOST = 8;

const READING = [
  ...['text', 'ndjson', 'messages', 'expectations', 'given', 'parameters', 'stream', 'recall', 'recent', 'write'],
  'results',
];
/** The unit tests about a room. */
const TESTS: { readonly [room: string]: readonly string[] } = {
  'src/engine': ['engine/', 'toys/', 'session/', 'systems/egnyte/clock', 'systems/egnyte/hostile', 'cli/simulate'],
  'src/condition': ['condition/', 'gate/', 'systems/egnyte/reasons'],
  'src/model': ['model/', 'define/', 'scenario/parameters', 'scenario/messages', 'cli/describe'],
  'src/scenario': READING.map((name) => `scenario/${name}`),
  'src/stepper': ['stepper/'],
};

/** Which tests are run: the unit tests of the mutant's room, the slow tests of that room, or all unit tests. */
export type Asked = 'room' | 'slow' | 'all';

const limits = new Map<string, number>();

/** Whether unit tests notice a mutant. Without one they must pass. */
export async function unitTests(mutation: Mutation, asked: Asked): Promise<'pass' | 'fail' | 'lost'> {
  const room = roomOf(mutation.file);
  const tests = argumentsFor(room, asked);
  if (!tests) return 'pass';
  const key = tests.join(' ');
  if (!limits.has(key)) {
    const began = performance.now();
    const plain = await run(tests, { ...mutation, start: 0, end: 0, text: '' });
    if (plain !== 'pass') throw new Error(`without any mutant ${asked} unit tests of ${room} ${plain}`);
    limits.set(key, LOST * (performance.now() - began));
    const broken = await run(tests, { ...mutation, start: 0, end: 0, text: "throw new Error('a mutant');\n" });
    if (broken === 'pass') throw new Error(`${asked} unit tests of ${room} do not load ${mutation.file}`);
  }
  return run(tests, mutation, limits.get(key));
}

/** The arguments for vitest; undefined if there are no such tests. Only those of the stepper are slow. */
function argumentsFor(room: string, asked: Asked): readonly string[] | undefined {
  if (asked === 'slow') return room === 'src/stepper' ? ['test/stepper/'] : undefined;
  const quick = ['--exclude', '**/*.slow.test.ts'];
  if (asked === 'all') return quick;
  const [, system] = /^machines\/(.+)/.exec(room) ?? [];
  const tests = TESTS[room] ?? [`systems/${system}/`, 'systems/defaults', 'systems/usual', 'reference/', 'gate/gate'];
  return [...quick, ...tests.map((each) => `test/${each}`)];
}

function run(tests: readonly string[], mutation: Mutation, limit?: number): Promise<'pass' | 'fail' | 'lost'> {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutants/vitest.config.ts'];
  const child = spawn(process.execPath, [...vitest, ...tests], {
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
