import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Mutation, mutationsOf } from './mutations.ts';

/**
 * `npm run mutants -- --count 100 --seed 1`: that many mutants of the facts and of the engine's core, drawn by the seed,
 * and which of them no test notices. `--files GLOB` takes others; `--index N` takes that one alone.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string', multiple: true, default: ['machines/*/*.ts', 'src/engine/*.ts', 'src/condition/*.ts'] },
    index: { type: 'string' },
  },
});

/** Tables that the vendor's own are held against word by word, and what only makes sentences or lists. */
const NOT =
  /\/(?:codes|phases|index|lazy|occurrences|answers|explanation|told|why-\w+|sentence|formula|sample-lines|where-used)\.ts$/;

/** A mutant that takes so many times as long as none has lost its way, which is noticed too. */
const LOST = 8;

const ENGINE_TESTS = [
  ...['test/engine/', 'test/condition/', 'test/toys/', 'test/laws/', 'test/xstate/', 'test/gate/', 'test/session/'],
  ...['test/scenario/', 'test/systems/'],
];

const root = resolve(import.meta.dirname, '../..');
const files = values.files.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
const all = files
  .filter((file) => !NOT.test(file))
  .flatMap((file) => mutationsOf(file, readFileSync(join(root, file), 'utf8')));
const order = shuffled([...all.keys()], values.seed);
const drawn = values.index === undefined ? order.slice(0, Number(values.count)) : [Number(values.index)];

/** Milliseconds. */
const limits = new Map<string, number>();
const survivors: string[] = [];
for (const [at, index] of drawn.entries()) {
  const mutation = all[index] as Mutation;
  const killer = killerOf(mutation);
  const told = `${index} ${described(mutation)}`;
  if (killer === undefined) survivors.push(told);
  console.log(`${at + 1}/${drawn.length} ${killer === undefined ? 'SURVIVED' : `killed by ${killer}`}: ${told}`);
}
const killed = drawn.length - survivors.length;
console.log(
  `\n${killed} of ${drawn.length} killed, ${((100 * killed) / drawn.length).toFixed(1)} %; seed ${values.seed}, of ${all.length} mutants.`,
);
for (const survivor of survivors) console.log(`survived: ${survivor}`);
process.exitCode = survivors.length > 0 ? 1 : 0;

/** What notices a mutant first: the comparison with the oracles and the laws, or the unit tests of its part. */
function killerOf(mutation: Mutation): string | undefined {
  const [, system] = /^machines\/([^/]+)\//.exec(mutation.file) ?? [];
  const judge = ['--import', './test/mutants/hook.ts', 'test/mutants/judge.ts', ...(system ? [system] : [])];
  if (fails(judge, mutation)) return 'oracles and laws';
  const tests = system ? [`test/systems/${system}/`, 'test/laws/', 'test/golden/'] : ENGINE_TESTS;
  const units = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/mutants/vitest.config.ts', ...tests];
  return fails(units, mutation) ? 'unit tests' : undefined;
}

/** What fails with no mutation at all kills nothing. How long it takes without one says how long a mutant may take. */
function fails(args: readonly string[], mutation: Mutation): boolean {
  const key = args.join(' ');
  const limit = limits.get(key);
  if (limit !== undefined) return !ends(args, mutation, limit);
  const began = performance.now();
  if (!ends(args, { ...mutation, start: 0, end: 0, text: '' })) throw new Error(`${key} fails without a mutant`);
  limits.set(key, LOST * (performance.now() - began));
  return fails(args, mutation);
}

function ends(args: readonly string[], mutation: Mutation, timeout?: number): boolean {
  const env = { ...process.env, MUTANT: JSON.stringify(mutation) };
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: 'ignore', timeout });
  return status === 0;
}

/** Where it stands and what it changes, without what is the same before and behind. */
function described({ file, line, start, end, text }: Mutation): string {
  const before = readFileSync(join(root, file), 'utf8').slice(start, end);
  let head = 0;
  while (head < Math.min(before.length, text.length) && before[head] === text[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, text.length) - head;
  while (tail < most && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  const part = (words: string): string =>
    words
      .slice(head, words.length - tail)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 120) || 'nothing';
  return `${file}:${line}: ${part(before)} → ${part(text)}`;
}

/** In an order by chance: the first so many are a sample. */
function shuffled(numbers: readonly number[], seed: string): number[] {
  const place = (index: number): string => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  const places = numbers.map((index) => [place(index), index] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return places.map(([, index]) => index);
}
