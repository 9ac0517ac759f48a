import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { equivalents, isSame } from './equivalents.ts';
import type { Question } from './judge.ts';
import { Judging } from './judging.ts';
import type { Mutation } from './mutations.ts';
import { allMutations, ROOT, roomOf, shuffled } from './sample.ts';
import { changeText, none, passes, type Score, scoreLine, scoreText, type Tally, tried } from './score.ts';
import { type Asked, unitTests } from './units.ts';

/** `npm run mutants`: docs/mutants.md describes its options and what it does. */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: 'Infinity' },
    files: { type: 'string', multiple: true },
    index: { type: 'string', multiple: true },
    log: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

interface Outcome {
  readonly key: Exclude<keyof Tally, 'possible'>;
  readonly says: string;
}

const mutations = allMutations(values.files);
const drawn = values.index?.map(Number) ?? shuffled(mutations, values.seed).slice(0, Number(values.count));
const rooms: { [room: string]: Tally } = {};
for (const { file } of mutations) rooms[roomOf(file)] = none((rooms[roomOf(file)]?.possible ?? 0) + 1);
const survivors: string[] = [];
const judging = new Judging();
/** The outcomes of an interrupted run, from its log, except for mutants that have changed since. */
const known = new Map<number, Outcome | undefined>();
for (const line of linesOf(values.log)) {
  const { index, what, outcome } = JSON.parse(line) as { index: number; what: string; outcome?: Outcome };
  if (mutations[index] && what === whatOf(mutations[index])) known.set(index, outcome);
}
const began = performance.now();
/** Whether that share of the time is over. */
const isOver = (share: number): boolean => performance.now() > began + share * Number(values.minutes) * 60_000;

// First the quick trial, for all mutants. Few survive it, so these may take long.
const living: number[] = [];
for (const [at, index] of drawn.entries()) {
  if (isOver(0.6) && !known.has(index)) break;
  const outcome = await quickOutcome(index);
  if (outcome === undefined) living.push(index);
  told(outcome, index, `${at + 1}/${drawn.length}`);
}
for (const [at, index] of living.entries()) {
  const outcome = isOver(1) ? { key: 'undecided' as const, says: 'no time left' } : await decided(mutationOf(index));
  told(outcome, index, `${at + 1}/${living.length} of those that live`);
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

function linesOf(log: string | undefined): string[] {
  if (log === undefined || !existsSync(log)) return [];
  return readFileSync(log, 'utf8').trim().split('\n');
}

function mutationOf(index: number): Mutation {
  const mutation = mutations[index];
  if (!mutation) throw new Error(`There is no mutant ${index}: they are 0 to ${mutations.length - 1}.`);
  return mutation;
}

function whatOf({ file, line, change }: Mutation): string {
  return `\`${file}:${line}\`: ${changeText(change)}`;
}

/** Counts, prints and logs an outcome; without one the mutant is alive so far. */
function told(outcome: Outcome | undefined, index: number, place: string): void {
  const { file } = mutationOf(index);
  const what = whatOf(mutationOf(index));
  if (values.log && !(known.has(index) && known.get(index) === outcome) && outcome?.key !== 'undecided') {
    appendFileSync(values.log, `${JSON.stringify({ index, what, outcome })}\n`);
  }
  console.log(`${place} ${outcome?.says ?? 'lives so far'}: ${index} ${what}`);
  if (!outcome) return;
  const room = rooms[roomOf(file)] as Tally;
  rooms[roomOf(file)] = { ...room, [outcome.key]: room[outcome.key] + 1 };
  if (outcome.key === 'survived') survivors.push(what);
}

async function quickOutcome(index: number): Promise<Outcome | undefined> {
  const mutation = mutationOf(index);
  if (equivalents.some((each) => isSame(each, mutation))) return { key: 'equivalent', says: 'equivalent' };
  if (known.has(index)) return known.get(index);
  return (isFirst(mutation) ? await tested(mutation, 'room') : undefined) ?? trial(mutation, 'quick');
}

/** The outcome of a trial; undefined if the mutant survives it. */
async function trial(mutation: Mutation, length: Question['length']): Promise<Outcome | undefined> {
  const answer = await judging.ask({ mutation, system: systemOf(mutation), length });
  if ('unloadable' in answer) return { key: 'unloadable', says: `cannot be loaded (${answer.unloadable})` };
  if ('lost' in answer) return { key: 'lost', says: `killed, no answer (${answer.lost})` };
  return answer.failed === null ? undefined : { key: length, says: `killed by ${answer.failed} (${length})` };
}

/** The outcome for a mutant that survived the quick trial. */
async function decided(mutation: Mutation): Promise<Outcome> {
  // A long trial of all systems together would take longer than the unit tests.
  const outcome = systemOf(mutation) === undefined ? undefined : await trial(mutation, 'long');
  if (outcome) return outcome;
  for (const asked of ['room', 'slow', 'all'] as const) {
    const outcome = asked === 'room' && isFirst(mutation) ? undefined : await tested(mutation, asked);
    if (outcome) return outcome;
  }
  return { key: 'survived', says: 'SURVIVED' };
}

/** The outcome of unit tests; undefined if the mutant survives them. */
async function tested(mutation: Mutation, asked: Asked): Promise<Outcome | undefined> {
  const tests = await unitTests(mutation, asked);
  if (tests === 'lost') return { key: 'lost', says: 'killed, the unit tests did not end' };
  return tests === 'fail' ? { key: 'tests', says: `killed by unit tests (${asked})` } : undefined;
}

/** For these folders, the unit tests are quicker than a trial of all systems, and kill more. */
function isFirst({ file }: Mutation): boolean {
  return ['src/model', 'src/scenario', 'src/stepper'].includes(roomOf(file));
}

function systemOf({ file }: Mutation): string | undefined {
  const [, system] = /^machines\/([^/]+)\//.exec(file) ?? [];
  return system;
}

/** The score of a sample, as data and in the docs. */
function write(score: Score): void {
  writeFileSync(join(ROOT, 'test/mutants/score.json'), `${JSON.stringify(score, null, 2)}\n`);
  const page = join(ROOT, 'docs/mutants.md');
  const [before] = readFileSync(page, 'utf8').split(/(?<=<!-- score -->\n)/);
  writeFileSync(page, `${before}\n${scoreText(score)}\n`);
}
