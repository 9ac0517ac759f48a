import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change, Mutation } from './mutations.ts';
import { ROOT } from './sample.ts';

/** A mutant that behaves as the program does, so that no test can notice it. */
export interface Equivalent extends Change {
  readonly file: string;
  /** The line that changes, without its indentation. */
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
  line === lineOf(mutation);

const lineOf = ({ file, line }: Mutation): string | undefined =>
  readFileSync(join(ROOT, file), 'utf8').split('\n')[line - 1]?.trim();
