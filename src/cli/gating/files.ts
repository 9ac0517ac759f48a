import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { getSystemErrorMessage } from 'node:util';
import { show } from '../../scenario/wording.ts';
import { Complaint } from '../complaint.ts';

/** Writes a file whole or not at all: next to where it is to be, and then into its place. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const { errno } = error as NodeJS.ErrnoException;
    if (errno === undefined) throw error;
    throw new Complaint(
      `cannot write ${show(file)}: ${getSystemErrorMessage(errno)}`,
      'name a file that can be written',
    );
  }
}
