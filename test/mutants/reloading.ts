import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Mutation, mutated } from './mutations.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const OURS = pathToFileURL(join(ROOT, '/')).href;

/** Which modules import a module. */
const importers = new Map<string, Set<string>>();
/** Types are stripped once for each file, and not once for each mutant. */
const stripped = new Map<string, string>();

let generation = 0;
let mutant: { readonly url: string; readonly source: string } | undefined;
let fresh: ReadonlySet<string> = new Set();

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const { parentURL } = context;
    if (parentURL === undefined || !isOurs(found.url)) return found;
    const [parent, number] = parentURL.split('?mutant=');
    const known = importers.get(found.url) ?? new Set();
    importers.set(found.url, known.add(parent as string));
    return number === undefined || !fresh.has(found.url) ? found : { ...found, url: `${found.url}?mutant=${number}` };
  },
  load(address, context, next) {
    const [url, number] = address.split('?mutant=') as [string, string?];
    if (!isOurs(url) || !url.endsWith('.ts')) return next(address, context);
    const changed = number !== undefined && url === mutant?.url;
    return { format: 'module', source: changed ? mutant?.source : strippedOf(url), shortCircuit: true };
  },
});

const isOurs = (url: string): boolean => url.startsWith(OURS) && !url.includes('/node_modules/');

function strippedOf(url: string): string {
  const known = stripped.get(url) ?? stripTypeScriptTypes(readFileSync(new URL(url), 'utf8'));
  stripped.set(url, known);
  return known;
}

/**
 * From now on `import(anew(url))` reloads a module with the mutation in place. Every module that imports the mutated
 * file, directly or indirectly, is reloaded, and the others are shared. Without a mutation all of our modules are
 * reloaded.
 */
export function mutate(mutation: Mutation | undefined): void {
  generation += 1;
  if (mutation === undefined) {
    mutant = undefined;
    fresh = new Set(importers.keys());
    return;
  }
  const url = pathToFileURL(join(ROOT, mutation.file)).href;
  const source = mutated(readFileSync(new URL(url), 'utf8'), mutation);
  mutant = { url, source: stripTypeScriptTypes(source) };
  const affected = new Set([url]);
  for (const each of affected) for (const importer of importers.get(each) ?? []) affected.add(importer);
  fresh = affected;
}

export const anew = (url: string): string => `${url}?mutant=${generation}`;
