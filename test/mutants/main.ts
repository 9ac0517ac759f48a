import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { equivalents, isSame } from './equivalents.ts';
import { Judging } from './judging.ts';
import type { Mutation } from './mutations.ts';
import { allMutations, ROOT, roomOf, shuffled } from './sample.ts';
import { changeText, none, passes, type Score, scoreLine, scoreText, type Tally, tried } from './score.ts';
import { unitTests } from './units.ts';

/** `npm run mutants`: what it takes and what it does is in docs/mutants.md. */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    files: { type: 'string', multiple: true },
    index: { type: 'string', multiple: true },
    write: { type: 'boolean', default: false },
  },
});

type Outcome = Exclude<keyof Tally, 'possible'>;

const mutations = allMutations(values.files);
const drawn = values.index?.map(Number) ?? shuffled(mutations, values.seed).slice(0, Number(values.count));
const rooms: { [room: string]: Tally } = {};
for (const { file } of mutations) rooms[roomOf(file)] = none((rooms[roomOf(file)]?.possible ?? 0) + 1);
const survivors: string[] = [];
const judging = new Judging();
const began = performance.now();

for (const [at, index] of drawn.entries()) {
  const mutation = mutations[index];
  if (!mutation) throw new Error(`There is no mutant ${index}: they are 0 to ${mutations.length - 1}.`);
  const { outcome, by } = await judged(mutation);
  const room = rooms[roomOf(mutation.file)] as Tally;
  rooms[roomOf(mutation.file)] = { ...room, [outcome]: room[outcome] + 1 };
  const told = `\`${mutation.file}:${mutation.line}\`: ${changeText(mutation.change)}`;
  if (outcome === 'survived') survivors.push(told);
  console.log(`${at + 1}/${drawn.length} ${outcome === 'survived' ? 'SURVIVED' : by}: ${index} ${told}`);
  if (performance.now() - began > Number(values.minutes) * 60_000) break;
}
judging.end();

const count = Object.values(rooms).reduce((total, room) => total + tried(room), 0);
const files = (values.files ?? []).map((pattern) => ` --files '${pattern}'`).join('');
const command = `npm run mutants -- --count ${count} --seed ${values.seed}${files}`;
const score: Score = { command, seed: values.seed, possible: mutations.length, rooms, survivors };
for (const survivor of survivors) console.log(`survived: ${survivor}`);
console.log(scoreLine(score));
if (values.write) write(score);
process.exitCode = passes(score) ? 0 : 1;

async function judged(mutation: Mutation): Promise<{ readonly outcome: Outcome; readonly by: string }> {
  if (equivalents.some((each) => isSame(each, mutation))) return { outcome: 'equivalent', by: 'equivalent' };
  const [, system] = /^machines\/([^/]+)\//.exec(mutation.file) ?? [];
  // The long trial of all systems together would take longer than the unit tests.
  for (const length of system === undefined ? (['quick'] as const) : (['quick', 'long'] as const)) {
    const answer = await judging.ask({ mutation, system, length });
    if ('unloadable' in answer) return { outcome: 'unloadable', by: `cannot be loaded (${answer.unloadable})` };
    if ('lost' in answer) return { outcome: 'lost', by: `killed, no answer (${answer.lost})` };
    if (answer.failed !== null) return { outcome: length, by: `killed by ${answer.failed} (${length})` };
  }
  const tests = await unitTests(mutation);
  if (tests === 'lost') return { outcome: 'lost', by: 'killed, the unit tests did not end' };
  return tests === 'fail' ? { outcome: 'tests', by: 'killed by unit tests' } : { outcome: 'survived', by: '' };
}

/** The score of a sample, as data and in the docs. */
function write(score: Score): void {
  writeFileSync(join(ROOT, 'test/mutants/score.json'), `${JSON.stringify(score, null, 1)}\n`);
  const page = join(ROOT, 'docs/mutants.md');
  const [before] = readFileSync(page, 'utf8').split(/(?<=<!-- score -->\n)/);
  writeFileSync(page, `${before}\n${scoreText(score)}\n`);
}
