import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import type { Explored } from './explicit/explore.ts';

/** The pinned size of each space, by system and kind. */
export interface Sizes {
  readonly [entity: string]: Pick<Explored, 'situations' | 'transitions' | 'depth'>;
}

export const sizeOf = ({ situations, transitions, depth }: Explored): Sizes[string] => ({
  situations,
  transitions,
  depth,
});

/** Every entity of every registered system. */
export const entities = (Object.values(systems) as System[]).flatMap((system) =>
  Object.keys(system.entities).map((kind) => ({ name: `${system.name} ${kind}`, system, kind })),
);

/** Too large to be walked one situation at a time. */
export const isLarge = ({ name }: { name: string }): boolean => name === 'egnyte job';

const file = fileURLToPath(new URL('../golden/spaces.json', import.meta.url));

export const readSizes = (): Sizes => JSON.parse(readFileSync(file, 'utf8')) as Sizes;
export const writeSizes = (sizes: Sizes): void => writeFileSync(file, `${JSON.stringify(sizes, null, 1)}\n`);
