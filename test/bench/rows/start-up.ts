import { join } from 'node:path';
import { commandLine } from '../command-line.ts';
import { middle } from '../compete.ts';
import { node } from '../programs.ts';
import { atMost, type Row, rounded } from '../row.ts';

const scenario = join(import.meta.dirname, '../../../docs/examples/first.txt');

interface Start {
  readonly name: string;
  readonly args: readonly string[];
  /** Milliseconds more than an empty program, the least of each. */
  readonly most?: number;
}

const starts: readonly Start[] = [
  { name: 'simulate, ten lines', args: ['simulate', scenario], most: 40 },
  { name: 'explain 643', args: ['explain', '643'], most: 25 },
  { name: 'explain EX_TEMPFAIL', args: ['explain', 'EX_TEMPFAIL'], most: 25 },
  { name: 'codes', args: ['codes'], most: 25 },
  { name: 'describe', args: ['describe'], most: 25 },
  { name: 'can job SCAN:RUNNING', args: ['can', 'job', 'SCAN:RUNNING'], most: 25 },
  { name: '--help', args: ['--help'] },
];

export default {
  title: 'Start-up',
  says:
    'From start to end, with the installed command line, in turns with `node -e 0`: the difference is what the ' +
    'command adds to Node’s own start. The scenario is docs/examples/first.txt, with twelve steps behind its ' +
    'opening. Compiled code was cached by an earlier run, as it is from the second run on.',
  async run(scale) {
    const rounds = scale === 'full' ? 60 : scale === 'quick' ? 15 : 1;
    const main = await commandLine();
    const commands: readonly Start[] = [
      { name: 'node -e 0', args: ['-e', '0'] },
      ...starts.map(({ name, args, ...bar }) => ({ name: `lifecycle ${name}`, args: [main, ...args], ...bar })),
    ];
    const times = commands.map((): number[] => []);
    for (let round = scale === 'tiny' ? 0 : -1; round < rounds; round += 1) {
      for (const [index, { args }] of commands.entries()) {
        const { seconds } = await node(args);
        if (round >= 0) times[index]?.push(seconds * 1000);
      }
    }
    const [empty = []] = times;
    const over = (list: readonly number[]): number =>
      middle(list.map((time, round) => time - (empty[round] as number)));
    const least = (list: readonly number[]): number => Math.min(...list);
    const leastOver = (list: readonly number[]): number => least(list) - least(empty);
    return {
      columns: ['', 'ms', 'ms at least', 'ms over node -e 0', 'least over least'],
      lines: commands.map(({ name }, index) => {
        const list = times[index] as number[];
        return [name, ...[middle(list), least(list), over(list), leastOver(list)].map(rounded)];
      }),
      bars: commands.flatMap(({ name, most }, index) =>
        most === undefined
          ? []
          : [atMost(`${name}, over node -e 0, least over least`, most, leastOver(times[index] as number[]), ' ms')],
      ),
      notes: [
        'What is left is code that runs for the first time, where no compiler has seen it. In a profile (`node --cpu-prof ' +
          'dist/cli/main.cjs simulate docs/examples/first.txt`) a third of what the command adds is loading its modules and ' +
          "building the system's data, a tenth is checking the file, and most of the rest is reading and compiling, for each " +
          'of the steps, the few conditions and transitions that it needs, each once.',
      ],
    };
  },
} satisfies Row;
