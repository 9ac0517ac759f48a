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

export const equivalents: readonly Equivalent[] = [];

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
