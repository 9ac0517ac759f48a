import { createRequire } from 'node:module';

/** The version of the package. */
export const versionOf = (): string =>
  (createRequire(import.meta.url)('migration-lifecycles/package.json') as { version: string }).version;
