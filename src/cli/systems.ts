import { loaders, usualSystem } from '../../machines/lazy.ts';
import type { System } from '../model/index.ts';
import { unknown } from '../scenario/complaint.ts';
import type { Catalogue } from './catalogues.ts';

const registry: { readonly [name: string]: () => Promise<System> } = loaders;

/** The names of all systems; none is loaded for that. */
export const systemNames: readonly string[] = Object.keys(registry);

/** The name of the system that is meant where none is named. */
export const usual: string = usualSystem;

/** The system of that name, or in that file, loaded. Throws a Complaint where there is none. */
export async function systemNamed(name: string): Promise<System> {
  const load = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (load) return load();
  if (isPath(name)) return (await import('./io/system-file.ts')).systemIn(name);
  throw unknown('system', name, systemNames, `it is one of ${systemNames.join(', ')}, or a file as ./mine.ts`);
}

/** All systems in the order of the registry. */
export const allSystems = (): Promise<readonly System[]> => Promise.all(Object.values(registry).map((load) => load()));

/** The catalogue of that system, or those of all. */
export async function cataloguesOf(name: string | undefined): Promise<readonly Catalogue[]> {
  if (name !== undefined && !Object.hasOwn(registry, name)) return [await systemNamed(name)];
  const { catalogues } = await import('./catalogues.ts');
  return name === undefined ? catalogues : catalogues.filter((each) => each.name === name);
}

/** The systems that have one of the words: a code, a status or a command, in any of the forms in which it is found. */
export async function systemsWith(asked: readonly string[]): Promise<readonly System[]> {
  const [{ words }, { plainWord }] = await Promise.all([import('./words.ts'), import('../answers/find.ts')]);
  const plain = new Set(asked.map(plainWord));
  const names = systemNames.filter((name) => words[name]?.some((word) => plain.has(word)));
  return Promise.all(names.map((name) => systemNamed(name)));
}

/** Some system has a row with that code or that name. */
export async function isCode(word: string): Promise<boolean> {
  const [having, { find }] = await Promise.all([systemsWith([word]), import('../answers/find.ts')]);
  return having.some((each) => find(each, word).rows.length > 0);
}

const isPath = (name: string): boolean => /[\\/]|\.[cm]?[jt]s$/.test(name);
