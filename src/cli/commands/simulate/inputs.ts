import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../../../scenario/complaint.ts';
import { show } from '../../../scenario/wording.ts';

/** The files that arguments name: a folder stands for the scenarios in it, in the order of their names. */
export const filesOf = (args: readonly string[]): string[] =>
  args.flatMap((path) => (isFolder(path) ? scenariosIn(path) : [path]));

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

export const isScenario = (name: string): boolean => /\.(?:txt|ndjson)$/.test(name);

function scenariosIn(folder: string): string[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => isScenario(entry.name) && !isFolder(join(folder, entry.name)))
    .map(({ name }) => name)
    .sort();
  if (names.length > 0) return names.map((name) => join(folder, name));
  throw new Complaint(`${show(folder)} has no *.txt and no *.ndjson`, 'name a folder that has scenarios');
}
