import { mkdirSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getAdjacencyMap } from '@xstate/graph';
import { dovecot, managerMachine } from '../../../machines/dovecot/index.ts';
import { agentMachine, egnyte, jobMachine } from '../../../machines/egnyte/index.ts';
import type { System } from '../../../src/model/index.ts';
import { compileSpace } from '../../../src/space/quotient.ts';
import { promela } from '../../independent/promela/promela.ts';
import { findStrips } from '../../space/explicit/bit-rows.ts';
import { Sweep } from '../../space/explicit/bitset-search.ts';
import { explore } from '../../space/explicit/explore.ts';
import { type Layout, layOut } from '../../space/explicit/layout.ts';
import { count } from '../../space/explicit/tally.ts';
import { type Contestant, compete, type Lap, middle, ratio } from '../compete.ts';
import { compiled, has, scratch, succeed } from '../programs.ts';
import { atLeast, atMost, type Bar, type Row, rounded, type Scale } from '../row.ts';
import { writeTables } from '../space-tables.ts';
import { type Pan, pan } from '../spin.ts';

/** SPIN is stopped after this many minutes. Its rate falls as its tables fill, so a part of the space flatters it. */
const SPIN_MINUTES = 1;

export default {
  title: 'Exploration',
  says:
    'Breadth-first search visits every situation of a job with its agent, facts at their defaults. It is the ' +
    'plain search that the tests hold the sets of src/reach against: it compiles the space from the data, ' +
    'searches it, and counts statuses. The C program reads the same tables from a file; its time is that of the ' +
    'search alone, with one bit for each situation that the tables can tell apart and a queue. Both must find ' +
    'the same number of situations, transitions and levels. SPIN explores a model that is written from the ' +
    'chart and the rules, not from our tables, compiled with -O2 -DSAFETY -DNOREDUCE; its time is that of the ' +
    'search alone, too.',
  async run(scale) {
    const kind = scale === 'full' ? 'job' : scale === 'quick' ? 'project' : 'agent';
    const rounds = scale === 'tiny' ? 1 : 3;
    const lines: string[][] = [];
    const bars: Bar[] = [];
    const notes: string[] = [];
    const found = explore(egnyte, kind);
    const whole = `${found.situations} ${found.transitions} ${found.depth}`;
    const layout = layOut(compileSpace(egnyte, kind));
    const contestants: Contestant[] = [
      { name: 'explicit search', run: () => explore(egnyte, kind).situations },
      { name: 'the same, its search alone', run: () => search(layout, found.situations) },
      ...(has('gcc') ? [inC(layout, whole)] : []),
    ];
    const [ours, alone, theirs] = await compete(contestants, rounds);
    if (!ours || !alone) throw new Error('nobody explored');
    const line = (name: string, situations: number, seconds: number, bytes: number, against: string) =>
      lines.push([name, rounded(situations), rounded(seconds), rounded(situations / seconds), sizeOf(bytes), against]);
    const secondsOf = (laps: readonly Lap[]): number => middle(laps.map(({ seconds }) => seconds));
    line(ours.name, found.situations, secondsOf(ours.laps), found.bytes, '1');
    line(alone.name, found.situations, secondsOf(alone.laps), found.bytes, rounded(ratio(ours, alone).middle));
    if (theirs) {
      const over = ratio(ours, theirs);
      const spread = `${rounded(over.middle)} (${rounded(over.least)} to ${rounded(over.most)})`;
      line(theirs.name, found.situations, secondsOf(theirs.laps), bytesInC / found.situations, spread);
      bars.push(atLeast('situations a second, over breadth-first search in C', 0.5, over.middle, '×'));
    } else notes.push('gcc is not installed: the search in C was skipped.');
    const spun = spin(kind, scale, notes);
    if (spun) {
      const rate = spun.situations / spun.seconds;
      const { situations, seconds, bytes } = spun;
      line(
        `SPIN${spun.complete ? '' : `, ${SPIN_MINUTES} min`}`,
        situations,
        seconds,
        bytes / situations,
        rounded(ours.rate / rate),
      );
      if (spun.complete && (spun.situations !== found.situations || spun.transitions !== found.transitions)) {
        throw new Error(`SPIN finds ${spun.situations} ${spun.transitions} for the ${kind}, and we ${whole}`);
      }
      bars.push(atLeast('situations a second, over SPIN', 10, ours.rate / rate, '×'));
    }
    bars.push(atMost('bytes a situation in the search', 16, found.bytes, ''));
    for (const each of graphs(scale)) {
      line(each.name, each.situations, each.seconds, each.bytes, rounded(ours.rate / (each.situations / each.seconds)));
    }
    notes.push(
      'Bytes are those of the search itself: of its tables, sets and queues, not of the whole process. For SPIN they are ' +
        'its total actual memory usage, for @xstate/graph what the heap grew by (a dash where it did not).',
      '@xstate/graph cannot finish the job: it keeps a snapshot and the text of it for each situation. Its row is of the ' +
        'first situations that it finds, and of the manager of Dovecot, which it can finish.',
    );
    return {
      columns: ['', 'situations', 's', 'situations/s', 'bytes each', 'explicit search, times as fast'],
      lines,
      bars,
      notes,
    };
  },
} satisfies Row;

/** A small search needs less memory than is freed meanwhile, so its size may come out below 0. */
const sizeOf = (bytes: number): string => (bytes < 0 ? '–' : rounded(bytes));

let bytesInC = Number.NaN;

/** What `explore` does once the space is compiled. */
function search(layout: Layout, wanted: number): number {
  const sweep = new Sweep(findStrips(layout));
  while (!sweep.over) sweep.step();
  const { situations } = count(sweep);
  if (situations !== wanted) throw new Error(`${situations} situations were found, and not ${wanted}`);
  return situations;
}

function inC(layout: Layout, whole: string): Contestant {
  const tables = scratch('space.tables');
  writeTables(layout, tables);
  const program = compiled('breadth_first');
  return {
    name: 'breadth-first search in C',
    run() {
      const [situations = '', transitions, depth, seconds, bytes] = succeed(program, [tables]).trim().split(' ');
      if (`${situations} ${transitions} ${depth}` !== whole)
        throw new Error(`C finds ${situations} ${transitions} ${depth}, not ${whole}`);
      bytesInC = Number(bytes);
      return { units: Number(situations), seconds: Number(seconds) };
    },
  };
}

function spin(kind: string, scale: Scale, notes: string[]): Pan | undefined {
  if (!has('gcc') || !has('spin')) {
    notes.push('SPIN is not installed: it was skipped.');
    return undefined;
  }
  if (scale === 'tiny') {
    notes.push('SPIN was skipped: generating and compiling its verifier takes longer than this run may.');
    return undefined;
  }
  const { letters } = compileSpace(egnyte, kind);
  const folder = scratch('spin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/model.pml`, promela(egnyte, kind, letters));
  return pan(folder, SPIN_MINUTES);
}

interface Walked {
  readonly name: string;
  readonly situations: number;
  readonly seconds: number;
  readonly bytes: number;
}

/** Bytes in use after a garbage collection. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

/** How fast @xstate/graph is: on all of a small machine, and on the first situations of a large one. */
function* graphs(scale: Scale): Generator<Walked> {
  yield walked('@xstate/graph, manager of Dovecot', managerMachine, eventsOf(dovecot, 'manager'), undefined);
  const limit = scale === 'full' ? 3000 : scale === 'quick' ? 300 : 20;
  const [kind, machine] = scale === 'tiny' ? (['agent', agentMachine] as const) : (['job', jobMachine] as const);
  yield walked(`@xstate/graph, first ${rounded(limit)} of the ${kind}`, machine, eventsOf(egnyte, kind), limit);
}

const eventsOf = (system: System, kind: string): object[] =>
  compileSpace(system, kind, { sayable: true })
    .letters.filter((letter) => letter.kind === kind && !letter.event.startsWith('after '))
    .map(({ event, params }) => ({ type: event, ...params }));

function walked(name: string, machine: object, events: readonly object[], limit: number | undefined): Walked {
  const before = heap();
  const began = process.hrtime.bigint();
  // At its limit the walk throws, and its result is lost. So the situations whose events it asks for are counted.
  const seen: object[] = [];
  const options = {
    events: (snapshot: object) => {
      seen.push(snapshot);
      return events;
    },
    ...(limit === undefined ? {} : { stopWhen: () => seen.length >= limit }),
  };
  const map = getAdjacencyMap(machine as never, options as never);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const bytes = heap() - before;
  const situations = limit === undefined ? Object.keys(map).length : seen.length;
  return { name, situations, seconds, bytes: bytes / Object.keys(map).length };
}
