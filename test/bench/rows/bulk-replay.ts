import { writeFileSync } from 'node:fs';
import { type Stepper, stepper as stepperOf } from '../../../src/index.ts';
import { type Contestant, compete, ratio } from '../compete.ts';
import { compiled, has, scratch, succeed } from '../programs.ts';
import { atLeast, type Row, rounded } from '../row.ts';
import { walkOf } from '../walk.ts';

export default {
  title: 'Bulk replay',
  says:
    'A random walk of a job and its agent, one byte a letter, is replayed from start to end. The result is the ' +
    'last situation, and how often each answer was given. The C program reads the same tables and letters from ' +
    'a file, takes the same steps, and times its loop alone. Both must end in the same situation with the same ' +
    'sum of answers.',
  async run(scale) {
    const steps = scale === 'full' ? 50_000_000 : scale === 'quick' ? 5_000_000 : 10_000;
    const rounds = scale === 'tiny' ? 1 : 11;
    const stepper = stepperOf('egnyte', 'job');
    const opening = [stepper.letter('agent register', { version: '3.20.0' })];
    const walk = walkOf(stepper, opening, steps, ({ event }) => !event.startsWith('after '));
    const ours: Contestant = {
      name: 'stepper.replay()',
      run() {
        stepper.replay(walk);
        return steps;
      },
    };
    const found = checksum(stepper, walk);
    const inC = has('gcc') ? walkInC(stepper, walk, found) : undefined;
    const [own, theirs] = await compete(inC ? [ours, inC] : [ours], rounds);
    if (!own) throw new Error('nobody walked');
    const over = theirs && ratio(own, theirs);
    const line = (name: string, rate: number, against: string) => [
      name,
      rounded(rate / 1e6),
      rounded(1e9 / rate),
      against,
    ];
    return {
      columns: ['', 'million steps/s', 'ns a step', 'against C'],
      lines: [
        line(
          own.name,
          own.rate,
          over ? `${rounded(over.middle)} (${rounded(over.least)} to ${rounded(over.most)})` : '',
        ),
        ...(theirs ? [line(theirs.name, theirs.rate, '1')] : []),
      ],
      bars: [atLeast('bulk replay, against the same walk in C', 0.6, over?.middle, '×')],
      notes: theirs ? [] : ['gcc is not installed: the walk in C was skipped.'],
    };
  },
} satisfies Row;

const checksum = (stepper: Stepper, walk: Uint8Array): number =>
  stepper.replay(walk).counts.reduce((sum, count, answer) => sum + answer * count, 0);

function walkInC({ tables, answers }: Stepper, walk: Uint8Array, wanted: number): Contestant {
  const { cells, entries, stride, words, initial } = tables;
  if (words !== 1) throw new Error(`c/walk.c knows situations of one word, and these have ${words}`);
  const file = scratch('walk.tables');
  const head = [cells.length, entries.length, stride, answers.length, walk.length, 0, initial[0] as number];
  const numbers = Uint32Array.from([...head, cells.BYTES_PER_ELEMENT]);
  writeFileSync(
    file,
    Buffer.concat(
      [numbers, cells, entries, walk].map(({ buffer, byteOffset, byteLength }) =>
        Buffer.from(buffer, byteOffset, byteLength),
      ),
    ),
  );
  const program = compiled('walk');
  return {
    name: 'the same in C',
    run() {
      const [, , sum, seconds] = succeed(program, [file]).trim().split(' ').map(Number);
      if (sum !== wanted) throw new Error(`the walk in C has the checksum ${sum}, and ours has ${wanted}`);
      return { units: walk.length, seconds: seconds as number };
    },
  };
}
