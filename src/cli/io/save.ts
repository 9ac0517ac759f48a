import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { getSystemErrorMessage } from 'node:util';
import { Complaint } from '../../scenario/complaint.ts';
import { show } from '../../scenario/wording.ts';

/** Writes a file as a whole or not at all: what was there stays until the new one is complete. */
export function save(file: string, content: string | Uint8Array): void {
  const beside = `${file}.${process.pid}.part`;
  try {
    if (isDevice(file)) writeFileSync(file, content);
    else {
      writeFileSync(beside, content, { flag: 'wx' });
      renameSync(beside, file);
    }
  } catch (error) {
    rmSync(beside, { force: true });
    const { errno } = error as NodeJS.ErrnoException;
    if (errno === undefined) throw error;
    throw new Complaint(
      `cannot write ${show(file)}: ${getSystemErrorMessage(errno)}`,
      'name a file in a folder that you may write to',
    );
  }
}

/** What is written to and not replaced, such as /dev/stdout. */
function isDevice(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}
