import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Occurrences, System } from '../../src/model/index.ts';
import { occurrencesIn } from '../../src/reach/occurrences.ts';
import { Query } from '../../src/reach/query.ts';
import { reachAll } from '../../src/reach/reachability.ts';
import { reader } from '../reach/reader.ts';

const fileOf = ({ name }: System): string =>
  fileURLToPath(new URL(`../../machines/${name}/occurrences.ts`, import.meta.url));

const HEAD = `/** What of the data beside it occurs in some situation that can be reached: \`npm run occurrences\` writes it. */\n`;

/** What the file of a system has to say. */
export function shippedText(occurrences: { readonly [kind: string]: Occurrences }): string {
  // In single quotes, so that nothing in it has to be escaped but these and backslashes.
  return `${HEAD}export const occurrences: string = '${JSON.stringify(occurrences).replace(/[\\']/g, '\\$&')}';\n`;
}

export const queryOf = (system: System, kind: string): Query =>
  new Query(reachAll(system, kind), system, kind, reader(system));

/** Every kind of entity of a system, computed again. */
export const workedOut = (system: System): { readonly [kind: string]: Occurrences } =>
  Object.fromEntries(Object.keys(system.entities).map((kind) => [kind, occurrencesIn(queryOf(system, kind))]));

export const write = (system: System): void => writeFileSync(fileOf(system), shippedText(workedOut(system)));

export const writtenText = (system: System): string => readFileSync(fileOf(system), 'utf8');
