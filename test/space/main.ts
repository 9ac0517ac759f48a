import { explore } from './explicit/explore.ts';
import { entities, sizeOf, writeSizes } from './spaces.ts';

/** Explores every entity of every system and writes test/golden/spaces.json. */
writeSizes(Object.fromEntries(entities.map(({ name, system, kind }) => [name, sizeOf(explore(system, kind))])));
