import { readdirSync, readFileSync } from 'node:fs';

/** The acceptance scenarios of a system: the file's name and its text. */
export function scenariosOf(system: string): [file: string, text: string][] {
  const folder = new URL(`../systems/${system}/scenarios/`, import.meta.url);
  return readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]);
}
