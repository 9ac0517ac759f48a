import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Mutation } from './mutations.ts';
import { ROOT } from './sample.ts';

/** A mutant that behaves as the program does, so that no test can notice it. */
export interface Equivalent extends Change {
  readonly file: string;
  /** The line without its indentation, with a » where the change begins. */
  readonly line: string;
  /** Why nobody can tell the two apart. */
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
    file: 'src/scenario/bytes.ts',
    line: 'if (length» > this.room.length) {',
    before: '>',
    after: '>=',
    why: 'A buffer that is exactly full grows one time early; its bytes are the same.',
  },
  {
    file: 'src/scenario/words.ts',
    line: 'valueAt = »0;',
    before: '0',
    after: '1',
    why: 'It is read only of a word with an equals sign, which sets it.',
  },
  {
    file: 'src/scenario/text.ts',
    line: 'while (words.next() && !(words.divide» >= 0 && words.text.slice(0, words.divide) === part.param));',
    before: '>=',
    after: '>',
    why: 'A word that begins with an equals sign was refused before, so no parameter stands there.',
  },
  {
    file: 'src/scenario/json.ts',
    line: "if (line.charCodeAt(»0) !== BRACE && line.trim() === '') return undefined;",
    before: '0',
    after: '1',
    why: 'The character only saves trimming most lines: a blank line has no brace anywhere.',
  },
  {
    file: 'src/scenario/recall.ts',
    line: 'return this.holds(place + »1, start) ? this.values[place + 1] : undefined;',
    before: '1',
    after: '2',
    why: 'What stands two places on has another hash, so nothing is found there, and the line is read again: slower, with the same result.',
  },
  {
    file: 'src/scenario/words.ts',
    line: 'divide = -»1;',
    before: '1',
    after: '2',
    why: 'The method `next` sets it before anything reads it.',
  },
  {
    file: 'src/stepper/tables.ts',
    line: 'if (width === 0) return { word: »0, shift: 0, mask: 0, width };',
    before: '0',
    after: '1',
    why: 'A place without bits is 0 in whatever word it is looked for.',
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
