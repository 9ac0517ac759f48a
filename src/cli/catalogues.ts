import { loaders } from '../../machines/lazy.ts';
import type { System } from '../model/index.ts';

/** What is printed of a catalogue. */
export type Catalogue = Pick<System, 'name' | 'title' | 'codes' | 'marks'>;

/** The catalogues of all systems. The bundled command line has them as data, and loads no system for them. */
export const catalogues: readonly Catalogue[] = await Promise.all(
  Object.values(loaders).map(async (load) => {
    const { name, title, codes, marks }: System = await load();
    return { name, title, codes, marks };
  }),
);
