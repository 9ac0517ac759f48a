import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// The manifest is found by name, because the sources and the bundle are in different folders of the package.
const MANIFEST = 'migration-lifecycles/package.json';

/** The path of a file in this package. */
export const fileInPackage = (path: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(MANIFEST)), path);

/** The version of this package. */
export const versionOf = (): string => (createRequire(import.meta.url)(MANIFEST) as { version: string }).version;
