import type { SystemName } from '../../machines/index.ts';
import { loaders } from '../../machines/lazy.ts';
import { wordsOf } from '../answers/find.ts';

/**
 * Every word that is a code, a status or a command of a system, by system, so that only systems that have it are loaded.
 * The bundled command line has the words themselves, and loads no system for them.
 */
export const words: { readonly [system: string]: readonly string[] } = Object.fromEntries(
  await Promise.all((Object.keys(loaders) as SystemName[]).map(async (name) => [name, wordsOf(await loaders[name]())])),
);
