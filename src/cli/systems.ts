import { loaders, usualSystem } from '../../machines/lazy.ts';
import type { System } from '../model/index.ts';
import { unknown } from '../scenario/complaint.ts';

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

/** Some system has a row with that code or that name. */
export async function isCode(word: string): Promise<boolean> {
  const [all, { find }] = await Promise.all([allSystems(), import('../answers/find.ts')]);
  return all.some((each) => find(each, word).rows.length > 0);
}

const isPath = (name: string): boolean => /[\\/]|\.[cm]?[jt]s$/.test(name);
