import { parseArgs } from 'node:util';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { entities, isLarge } from '../space/spaces.ts';
import { byEngine, byGraph, machines } from '../xstate/graphs.ts';
import { compareSpace } from './spaces.ts';
import { walkBeside } from './statecharts.ts';
import { type Lack, needScion, needSpin } from './tools.ts';

/*
 * Compares our engine with independent ones: SPIN, SCION and @xstate/graph. The data is exported anew for each. Ends
 * with status 1 if any of them finds something else.
 */

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '50000' },
    seed: { type: 'string', default: '1' },
    /** Leaves out the spaces of many millions of situations, which take SPIN minutes. */
    small: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: ['spin', 'scxml', 'graph'] },
  },
});

const WIDTHS = [13, 30, 26, 26];
let differences = 0;
const skipped: string[] = [];

const row = (...cells: readonly string[]): void => {
  process.stdout.write(
    `${cells
      .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  );
};

function compared(by: string, what: string, ours: string, theirs: string, note = ''): void {
  if (ours !== theirs) differences += 1;
  row(by, what, ours, theirs, `${ours === theirs ? 'yes' : 'NO'}${note && ` (${note})`}`);
}

const counted = (situations: number, transitions: number): string =>
  `${situations.toLocaleString('en')} / ${transitions.toLocaleString('en')}`;

async function spin(): Promise<void> {
  for (const { name, system, kind } of entities) {
    const large = isLarge({ name });
    if (large && values.small) {
      skipped.push(`${name}: --small was said`);
      continue;
    }
    const { ours, theirs } = await compareSpace(system, kind, large ? { depth: 2_000_000, slots: 26 } : {});
    const note = large ? `${Math.round(theirs.seconds)} s, ${Math.round(theirs.megabytes)} MB` : '';
    compared(
      'SPIN',
      name,
      counted(ours.situations, ours.transitions),
      counted(theirs.situations, theirs.transitions),
      note,
    );
  }
}

async function scxml(): Promise<void> {
  const steps = Number(values.steps);
  for (const [name, system] of Object.entries<System>(systems)) {
    const walked = await walkBeside(system, { seed: Number(values.seed), steps });
    const ours = `${walked.steps.toLocaleString('en')} steps`;
    const [difference] = walked.differences;
    const note = `${walked.told.toLocaleString('en')} events, ${walked.refused.toLocaleString('en')} refusals`;
    compared('SCION', name, ours, difference === undefined ? ours : 'stood elsewhere', note);
    if (difference !== undefined) process.stdout.write(`${difference}\n`);
  }
}

async function graph(): Promise<void> {
  for (const { name, machine, system, kind, events } of machines) {
    const [theirs, ours] = [byGraph(machine, events).sort(), byEngine(system, kind, events).sort()];
    const same = theirs.join() === ours.join();
    compared(
      '@xstate/graph',
      name,
      `${ours.length} situations`,
      `${theirs.length} situations${same ? '' : ', others'}`,
    );
  }
}

const checks: { readonly name: string; readonly lack: () => Lack; readonly run: () => Promise<void> }[] = [
  { name: 'graph', lack: () => undefined, run: graph },
  { name: 'scxml', lack: needScion, run: scxml },
  { name: 'spin', lack: needSpin, run: spin },
];

const unknown = values.only.find((name) => !checks.some((check) => check.name === name));
if (unknown !== undefined) {
  process.stderr.write(`--only ${unknown}: it can be graph, scxml or spin\n`);
  process.exit(2);
}
const chosen = checks
  .filter(({ name }) => values.only.includes(name))
  .map((check) => ({ ...check, why: check.lack() }));
row('engine', 'of', 'ours', 'theirs', 'equal');
for (const { name, why, run } of chosen) {
  if (why === undefined) await run();
  else skipped.push(`${name}: ${why}`);
}
for (const reason of skipped) process.stdout.write(`skipped ${reason}\n`);
process.stdout.write(differences === 0 ? 'no difference\n' : `${differences} differ\n`);
// Sessions of SCION leave timers running.
process.exit(differences === 0 ? 0 : 1);
