import { loaders, usualSystem } from '../../machines/lazy.ts';
import { find, plainWord, wordsOf } from '../answers/find.ts';
import type { Outline, System } from '../model/index.ts';
import { unknown } from '../scenario/complaint.ts';
import { type Prepared, questions, readPrepared } from './prepared.ts';

const registry: { readonly [name: string]: () => Promise<System> } = loaders;

/** The names of all systems, without loading them. */
export const systemNames: readonly string[] = Object.keys(registry);

/** The default system. */
export const usual: string = usualSystem;

/** Loads the system of that name, or in that file. Throws a Complaint if there is none. */
export async function systemNamed(name = usual): Promise<System> {
  const load = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (load) return load();
  if (isPath(name)) return (await import('./io/system-file.ts')).systemIn(name);
  throw unknown('system', name, systemNames, `it is one of ${systemNames.join(', ')}, or a file as ./mine.ts`);
}

/** All systems in the order of the registry. */
export const allSystems = (): Promise<readonly System[]> => Promise.all(systemNames.map((name) => systemNamed(name)));

/** A system for lookups. It is loaded only for answers that are not prepared. */
export interface Lookup {
  readonly outline: Outline;
  /** Undefined in the sources, and for a user's own system. */
  readonly prepared: Prepared | undefined;
  load(): Promise<System>;
}

/** The same, for lookups. */
export async function lookUp(name = usual): Promise<Lookup> {
  const prepared = preparedOf(name);
  if (prepared) return { outline: prepared.outline, prepared, load: () => systemNamed(name) };
  const system = await systemNamed(name);
  return { outline: system, prepared, load: async () => system };
}

export const lookUpAll = (): Promise<readonly Lookup[]> => Promise.all(systemNames.map((name) => lookUp(name)));

/** The systems that have one of the words as a code, a status or a command, in any form that `find` accepts. */
export async function lookUpBy(asked: readonly string[]): Promise<readonly Lookup[]> {
  const plain = new Set(asked.map(plainWord));
  const names: string[] = [];
  for (const name of systemNames) {
    const words = preparedOf(name)?.answer<string[]>(questions.words) ?? wordsOf(await systemNamed(name));
    if (words.some((word) => plain.has(word))) names.push(name);
  }
  return Promise.all(names.map((name) => lookUp(name)));
}

/** The names of the systems of the package for which that is so. */
export const systemsWith = async (isSo: (outline: Outline) => boolean): Promise<string[]> =>
  (await lookUpAll()).filter(({ outline }) => isSo(outline)).map(({ outline }) => outline.name);

/** Whether some system has a row with that code or name. */
export async function isCode(word: string): Promise<boolean> {
  return (await lookUpBy([word])).some(({ outline }) => find(outline, word).rows.length > 0);
}

const read = new Map<string, Prepared | undefined>();

function preparedOf(name: string): Prepared | undefined {
  if (!Object.hasOwn(registry, name)) return undefined;
  if (!read.has(name)) read.set(name, readPrepared(name));
  return read.get(name);
}

const isPath = (name: string): boolean => /[\\/]|\.[cm]?[jt]s$/.test(name);
