import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { egnyte } from '../../../machines/egnyte/index.ts';
import { answersOf } from '../../../machines/shipped.ts';
import { Query } from '../../../src/reach/query.ts';
import { reach, reachFrom } from '../../../src/reach/reachability.ts';
import { reader } from '../../reach/reader.ts';
import { commandLine } from '../command-line.ts';
import { node } from '../programs.ts';
import { atMost, type Row, rounded } from '../row.ts';

/** Processor time in seconds, which other load does not change. */
function timed<Result>(act: () => Result): { readonly result: Result; readonly seconds: number } {
  const began = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(began);
  return { result, seconds: (user + system) / 1e6 };
}

interface Reached {
  readonly situations: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** In a process of its own, because this one still has the memory of all earlier rows. */
async function reachedAlone(kind: string): Promise<Reached> {
  const child = fork(join(import.meta.dirname, '../reach-all.ts'), [kind]);
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(`reach-all.ts ended with status ${status}`);
  });
  const [reached] = (await Promise.race([once(child, 'message'), ended])) as [Reached];
  await ended.catch(() => {});
  return reached;
}

/** Processor time of the installed command line, once it has compiled its modules. */
async function told(...words: readonly string[]): Promise<number | undefined> {
  const args = [await commandLine(), ...words];
  await node(args);
  return (await node(args, { peak: true })).processor;
}

export default {
  title: 'Everything that is reached',
  says:
    'The reachable set by symbolic search: first as `explore` holds it, then with nothing held still and every ' +
    'fact free that the world outside decides, in a process of its own that reports its peak memory. Then the ' +
    'shipped set is read and asked a question, and two verbs of the installed command line run from start to ' +
    'end. Times are processor time.',
  async run(scale) {
    const kind = scale === 'full' ? 'job' : 'agent';
    const still: readonly string[] = kind === 'job' ? egnyte.entities.job.space.fixed : [];
    const { entities } = await answersOf('egnyte');
    const old = timed(() => reach(egnyte, kind, { still }));
    const all = await reachedAlone(kind);
    const shipped = entities[kind];
    if (!shipped) throw new Error(`npm run reach has not been run for ${kind}`);
    const ready = timed(() => new Query(reachFrom(egnyte, kind, shipped), egnyte, kind, reader(egnyte)));
    const view = kind === 'job' ? { MIGRATE_DATA: 'PAUSED', agent: 'INACTIVE' } : { AGENT: 'INACTIVE' };
    const asked = timed(() => ready.result.known(view).allAnswers());
    const again = timed(() => ready.result.known({ ...view, linkUnstable: true }).allAnswers());
    const known = kind === 'job' ? ['MIGRATE_DATA:PAUSED', 'agent=INACTIVE'] : ['AGENT:INACTIVE', 'linkUnstable=true'];
    const can = await told('can', kind, ...known);
    const matrix = await told('gate', 'matrix', kind);
    const count = ({ result: { diagrams, set } }: typeof old): string => rounded(Number(diagrams.count(set)));
    const lines = [
      ['as `explore` holds it', count(old), rounded(old.seconds)],
      ['nothing held still, facts free', rounded(Number(all.situations)), rounded(all.seconds)],
      ['the shipped set, read', rounded(Number(ready.result.all.count)), rounded(ready.seconds)],
      ['all answers of a partial view, for the first time', rounded(asked.result.length), rounded(asked.seconds)],
      ['of another', rounded(again.result.length), rounded(again.seconds)],
      [`lifecycle can ${kind} ${known.join(' ')}`, '', rounded(can ?? 0)],
      [`lifecycle gate matrix ${kind}`, '', rounded(matrix ?? 0)],
    ];
    const bars = [
      atMost('the set as `explore` holds it', 1.5, old.seconds, ' s'),
      atMost('with everything free', 30, all.seconds, ' s'),
      atMost('memory', 600, all.megabytes, ' MB'),
      atMost('ready for any combination', 6, ready.seconds + asked.seconds, ' s'),
      atMost('a query', 0.1, again.seconds, ' s'),
      atMost('`can` with any combination', 6, can, ' s'),
      atMost('`gate matrix`', 1, matrix, ' s'),
    ];
    return { columns: ['', 'situations', 's'], lines, bars, notes: [] };
  },
} satisfies Row;
