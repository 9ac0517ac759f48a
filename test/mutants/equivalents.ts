import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Mutation } from './mutations.ts';
import { ROOT } from './sample.ts';

/** A mutant that behaves as the program does, so that no test can notice it. */
export interface Equivalent extends Change {
  readonly file: string;
  /** The line without its indentation, with a » where the change begins. */
  readonly line: string;
  /** Why no test can tell the two apart. */
  readonly why: string;
}

export const equivalents: readonly Equivalent[] = [
  {
    file: 'machines/wildduck/counters.ts',
    line: 'export const freshCounter = (): Counter => (»{ amount: 0, until: 0 });',
    before: 'amount: 0',
    after: '',
    why: 'The amount is not read before a window is open, and what opens the window sets both.',
  },
  {
    file: 'machines/wildduck/file.ts',
    line: 'export const freshFile = (): Owned => (»{ user: null });',
    before: 'user: null',
    after: '',
    why: 'Neither null nor undefined is the id of a user, and making the file sets its owner.',
  },
  {
    file: 'machines/wildduck/system.ts',
    line: 'data: »{',
    before: 'file: freshFile',
    after: '',
    why: 'A file without an owner is in no list of a user, and making the file sets its owner.',
  },
  {
    file: 'machines/egnyte/semver.ts',
    line: 'if (isNumber && isOtherNumber) return left.length - right.length || (left» < right ? -1 : 1);',
    before: '<',
    after: '<=',
    why: 'Equal parts were passed over before.',
  },
  {
    file: 'machines/egnyte/semver.ts',
    line: 'return left < right ? -1 : »1;',
    before: '1',
    after: '2',
    why: 'Only the sign of the result is asked.',
  },
  {
    file: 'src/scenario/words.ts',
    line: 'valueAt = »0;',
    before: '0',
    after: '1',
    why: 'It is read only of a word with an equals sign, which sets it.',
  },
  {
    file: 'src/scenario/line-splitter.ts',
    line: 'private saidAt = »0;',
    before: '0',
    after: '1',
    why: 'Without a text there is nothing to take lines from, and pushing one sets it.',
  },
  {
    file: 'src/scenario/line-splitter.ts',
    line: 'private at = »0;',
    before: '0',
    after: '1',
    why: 'Without a block there is nothing to take lines from, and taking one up sets it.',
  },
  {
    file: 'src/scenario/recall.ts',
    line: 'if (end» < 0) return;',
    before: '<',
    after: '<=',
    why: 'An address of no characters is refused two lines below, as no kind has that name.',
  },
  {
    file: 'src/scenario/recall.ts',
    line: 'end = »0;',
    before: '0',
    after: '1',
    why: 'Looking something up sets it before anything reads it.',
  },
  {
    file: 'src/scenario/recall.ts',
    line: 'private hash = »0;',
    before: '0',
    after: '1',
    why: 'Looking something up sets it before anything reads it.',
  },
  {
    file: 'src/scenario/recall.ts',
    line: 'private tail = »0;',
    before: '0',
    after: '1',
    why: 'Looking something up sets it before anything reads it.',
  },
  {
    file: 'src/scenario/recall.ts',
    line: 'private bytes: Uint8Array = new Uint8Array(»0);',
    before: '0',
    after: '1',
    why: 'It only stands for no bytes: whatever is looked up is another array.',
  },
  {
    file: 'src/scenario/recall.ts',
    line: 'const WORDS = »3;',
    before: '3',
    after: '4',
    why: 'One number of each place then stays unused.',
  },
  {
    file: 'src/stepper/stepper.ts',
    line: 'this.base = 2 ** (tabled.widths[0] ?? »0);',
    before: '0',
    after: '1',
    why: 'Without words both parts of the number that it divides are 0.',
  },
  {
    file: 'src/stepper/replay.ts',
    line: 'for (let place = 0; place» < letters.length; place += 1) {',
    before: '<',
    after: '<=',
    why: 'There is no letter behind the last: nothing is compared with undefined.',
  },
  {
    file: 'src/stepper/replay.ts',
    line: 'for (let at = 0; at» < letters.length; at += PART) {',
    before: '<',
    after: '<=',
    why: 'It walks one more part, which is empty, and changes and counts nothing.',
  },
  {
    file: 'src/engine/clock.ts',
    line: 'private order = »0;',
    before: '0',
    after: '1',
    why: 'Orders are only compared with one another.',
  },
  {
    file: 'src/engine/clock.ts',
    line: 'return a !== undefined && b !== undefined && compare(a, b)» < 0;',
    before: '<',
    after: '<=',
    why: 'No two timers are equal: each has an order of its own.',
  },
  {
    file: 'src/engine/clock.ts',
    line: 'return a !== undefined && b !== undefined && compare(a, b) < »0;',
    before: '0',
    after: '1',
    why: 'The differences are whole numbers, and none of them is 0.',
  },
  {
    file: 'src/engine/step-record.ts',
    line: 'step = »0;',
    before: '0',
    after: '1',
    why: 'The simulator sets it before the first step.',
  },
  {
    file: 'src/engine/step-record.ts',
    line: 'at = »0;',
    before: '0',
    after: '1',
    why: 'Each step sets it before anything reads it.',
  },
];

/** Whether they mean the same mutant. */
export const isSame = ({ file, line, before, after }: Equivalent, mutation: Mutation): boolean =>
  file === mutation.file &&
  before === mutation.change.before &&
  after === mutation.change.after &&
  line === markedLine(mutation);

export function markedLine({ file, start }: Mutation): string {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const end = source.indexOf('\n', start);
  return `${source.slice(from, start)}»${source.slice(start, end < 0 ? undefined : end)}`.trim();
}
