import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../../../scenario/complaint.ts';
import { show } from '../../../scenario/wording.ts';
import { orComplain } from '../../io/text-file.ts';

/** The files that the arguments name. A folder stands for its scenarios, sorted by name. */
export const filesOf = (args: readonly string[]): string[] =>
  args.flatMap((path) => (isFolder(path) ? scenariosIn(path) : [path]));

export const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() === true;

/** Undefined if the path cannot be read. Reading it later reports why. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

export const isScenario = (name: string): boolean => /\.(?:txt|ndjson)$/.test(name);

const NEXT = 'name a folder that has scenarios';

function scenariosIn(folder: string): string[] {
  const names = orComplain(folder, NEXT, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => isScenario(entry.name) && statsOf(join(folder, entry.name))?.isFile() !== false)
    .map(({ name }) => name)
    .sort();
  if (names.length > 0) return names.map((name) => join(folder, name));
  throw new Complaint(`${show(folder)} has no *.txt and no *.ndjson`, NEXT);
}
