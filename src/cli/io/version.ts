import { createRequire } from 'node:module';

/** The version of the package, read when it is asked for: from the sources and from the bundle the manifest is elsewhere. */
export const versionOf = (): string =>
  (createRequire(import.meta.url)('migration-lifecycles/package.json') as { version: string }).version;
