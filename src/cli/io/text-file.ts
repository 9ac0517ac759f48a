import { readFileSync, statSync } from 'node:fs';
import { Complaint } from '../../scenario/complaint.ts';
import { show } from '../../scenario/wording.ts';
import { systemReason } from './system-error.ts';

/** Throws a Complaint if this is no regular file. Reading a pipe would wait for its writer. */
export function checkIsFile(file: string, next: string): void {
  if (!orComplain(file, next, () => statSync(file)).isFile()) {
    throw new Complaint(`cannot read ${show(file)}: it is no file`, next);
  }
}

/** The text of a regular file. Throws a Complaint if it cannot be read. */
export function fileText(file: string, next: string): string {
  checkIsFile(file, next);
  return orComplain(file, next, () => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
}

/** The result of `read`. Throws a Complaint with the reason if it fails. */
export function orComplain<Of>(file: string, next: string, read: () => Of): Of {
  try {
    return read();
  } catch (error) {
    throw new Complaint(`cannot read ${show(file)}: ${systemReason(error) ?? 'it is not UTF-8'}`, next);
  }
}
