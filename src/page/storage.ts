import { readFileSync, statSync } from 'node:fs';
import { getSystemErrorMessage } from 'node:util';
import { Complaint } from '../scenario/complaint.ts';
import { show } from '../scenario/wording.ts';

const NEXT = 'save it by context.storageState({ path }) of Playwright';

/** Playwright's error about a file with cookies and storage, as a Complaint. */
export function notStorage(path: string, { message }: Error): Complaint {
  // In "newContext: place: what is wrong" or, over two lines, "newContext: Error setting storage state: what is wrong".
  const [first = '', second] = message.split('\n');
  return new Complaint(`${show(path)} is no storage state: ${second ?? first.replace(/^.*?: /, '')}`, NEXT);
}

/** Checks that a file with cookies and storage has Playwright's form, and returns its path. */
export function storageIn(path: string): string {
  let given: unknown;
  try {
    if (!statSync(path).isFile()) throw new Complaint(`cannot read ${show(path)}: it is no file`, NEXT);
    given = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Complaint) throw error;
    const { errno } = error as NodeJS.ErrnoException;
    if (errno === undefined) throw new Complaint(`${show(path)} is no storage state: it is no JSON`, NEXT);
    throw new Complaint(`cannot read ${show(path)}: ${getSystemErrorMessage(errno)}`, NEXT);
  }
  const { cookies, origins } = (given ?? {}) as { readonly cookies?: unknown; readonly origins?: unknown };
  if (Array.isArray(cookies) && Array.isArray(origins)) return path;
  throw new Complaint(`${show(path)} is no storage state: it has no lists "cookies" and "origins"`, NEXT);
}
