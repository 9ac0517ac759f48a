import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '../command-line.ts';
import { middle } from '../compete.ts';
import { node, scratch } from '../programs.ts';
import { atMost, type Bar, type Row, rounded, type Scale } from '../row.ts';
import { scenario } from '../scenarios.ts';

const baseline = join(import.meta.dirname, '../parse-and-print.ts');

const SIZES: { readonly [scale in Scale]: readonly number[] } = {
  full: [1e3, 1e4, 1e5, 1e6, 1e7],
  quick: [1e3, 1e4, 1e5],
  tiny: [100],
};

/** A longer scenario repeats one of this length, in the same world. */
const LONGEST = 1e6;

export default {
  title: 'simulate, from start to end',
  says:
    'A scenario as NDJSON, with many entities side by side, is simulated by the command line with `--json`: ' +
    'from a file, which is checked as a whole first, and from standard input, which is answered line by line. ' +
    'The baseline is a program that reads the same lines from standard input, parses each with JSON.parse, and ' +
    'prints an object of the size of a result with JSON.stringify. All output goes to /dev/null. Peak memory is ' +
    'that of the whole process, in a run of its own.',
  async run(scale) {
    const main = await commandLine();
    const lines: string[][] = [];
    const bars: Bar[] = [];
    const sizes = SIZES[scale];
    const peaks = new Map<number, readonly number[]>();
    for (const steps of sizes) {
      const file = written(steps);
      const ways: readonly (readonly [name: string, args: readonly string[], input: boolean])[] = [
        ['file', [main, 'simulate', '--json', file], false],
        ['standard input', [main, 'simulate', '--json'], true],
        ['baseline', [baseline], true],
      ];
      const runs = ways.map((): number[] => []);
      for (let round = 0; round < (scale === 'tiny' ? 1 : roundsFor(steps)); round += 1) {
        for (const [way, [, args, input]] of ways.entries())
          runs[way]?.push((await ran(args, input ? file : undefined)).seconds);
      }
      const memory: number[] = [];
      for (const [way, [, args, input]] of ways.entries()) {
        const { seconds, peak } = await ran(args, input ? file : undefined, true);
        memory.push(peak ?? Number.NaN);
        // The longest runs are made once; measuring the peak costs nothing there.
        if (runs[way]?.length === 0) runs[way].push(seconds);
      }
      peaks.set(steps, memory);
      const base = runs[2] as number[];
      const over = (way: number): number =>
        middle((runs[way] as number[]).map((time, round) => time / (base[round] as number)));
      for (const [way, [name]] of ways.entries()) {
        const seconds = middle(runs[way] as number[]);
        const megabytes = (memory[way] as number) / 2 ** 20;
        lines.push([
          rounded(steps),
          name,
          rounded(seconds),
          rounded(steps / seconds),
          way === 2 ? '1' : rounded(over(way)),
          rounded(megabytes),
        ]);
      }
      if (steps === LONGEST) {
        bars.push(atMost(`time at ${rounded(steps)} steps of a file, over the baseline's`, 2.5, over(0), '×'));
        bars.push(atMost(`time at ${rounded(steps)} steps of standard input, over the baseline's`, 2.5, over(1), '×'));
      }
    }
    const [few, many] = [peaks.get(1e4), peaks.get(1e7)];
    for (const [way, name] of ['a file', 'standard input'].entries()) {
      if (!few || !many) continue;
      const reached = (many[way] as number) / (few[way] as number);
      bars.push(
        atMost(`peak memory at ${rounded(1e7)} steps of ${name}, over that at ${rounded(1e4)}`, 1.2, reached, '×'),
      );
    }
    const columns = ['steps', 'from', 's', 'steps/s', "over the baseline's time", 'MB at the peak'];
    return {
      columns,
      lines,
      bars,
      notes: [
        `A longer run repeats a scenario of ${rounded(LONGEST)} steps.`,
        'The table of remembered lines has a fixed size, which only long runs fill. The rest of the peak is what the ' +
          'collector lets the heap grow by before it clears it; the baseline, which remembers nothing, shows how much that is.',
      ],
    };
  },
} satisfies Row;

const roundsFor = (steps: number): number => (steps >= 1e7 ? 0 : steps >= 1e6 ? 7 : 5);

/** A file with a scenario of that many steps. */
function written(steps: number): string {
  const path = scratch(`${steps}.ndjson`);
  const file = openSync(path, 'w');
  try {
    const own = Math.min(steps, LONGEST);
    const pieces: Buffer[] = [];
    let piece = '';
    for (const line of scenario(own)) {
      piece += `${line}\n`;
      if (piece.length < 1 << 20) continue;
      pieces.push(Buffer.from(piece));
      piece = '';
    }
    pieces.push(Buffer.from(piece));
    for (let done = 0; done < steps; done += own) for (const each of pieces) writeSync(file, each);
  } finally {
    closeSync(file);
  }
  return path;
}

async function ran(args: readonly string[], file: string | undefined, peak = false) {
  if (file === undefined) return node(args, { peak });
  const input = openSync(file, 'r');
  try {
    return await node(args, { input, peak });
  } finally {
    closeSync(input);
  }
}
