import { join } from 'node:path';
import { commandLine } from '../command-line.ts';
import { middle } from '../compete.ts';
import { node } from '../programs.ts';
import { atMost, type Row, rounded } from '../row.ts';

const scenario = join(import.meta.dirname, '../../../docs/examples/first.txt');

/** Milliseconds over an empty program. */
const MOST = 25;

export default {
  title: 'Start-up',
  says:
    'From start to end, with the command line as it is installed, by turns with `node -e 0`: so the difference is what ' +
    'the command adds to what Node itself takes. The scenario is docs/examples/first.txt, with twelve steps behind its ' +
    'opening. Compiled code was kept from an earlier run, as it is from the second run on.',
  async run(scale) {
    const rounds = scale === 'full' ? 60 : scale === 'quick' ? 15 : 1;
    const main = await commandLine();
    const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
      ['node -e 0', ['-e', '0']],
      ['lifecycle simulate, ten lines', [main, 'simulate', scenario]],
      ['lifecycle explain 650', [main, 'explain', '650']],
      ['lifecycle codes --system dovecot', [main, 'codes', '--system', 'dovecot']],
      ['lifecycle --help', [main, '--help']],
    ];
    const times = commands.map((): number[] => []);
    for (let round = scale === 'tiny' ? 0 : -1; round < rounds; round += 1) {
      for (const [index, [, args]] of commands.entries()) {
        const { seconds } = await node(args);
        if (round >= 0) times[index]?.push(seconds * 1000);
      }
    }
    const [empty = []] = times;
    const over = (list: readonly number[]): number =>
      middle(list.map((time, round) => time - (empty[round] as number)));
    const least = (list: readonly number[]): number => Math.min(...list);
    return {
      columns: ['', 'ms', 'ms at least', 'ms over node -e 0', 'least over least'],
      lines: commands.map(([name], index) => {
        const list = times[index] as number[];
        return [name, ...[middle(list), least(list), over(list), least(list) - least(empty)].map(rounded)];
      }),
      bars: [atMost('a ten-line simulate, over node -e 0', MOST, over(times[1] as number[]), ' ms')],
      notes: [
        'What is left is code that runs for the first time, where no compiler has seen it. In a profile (`node --cpu-prof ' +
          'dist/cli/main.cjs simulate docs/examples/first.txt`) a third of what the command adds is loading its modules and ' +
          "building the system's data, a tenth is checking the file, and most of the rest is reading and compiling, for each " +
          'of the steps, the few conditions and transitions that it needs, each once.',
      ],
    };
  },
} satisfies Row;
