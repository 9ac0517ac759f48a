import type { SystemName, Systems } from './index.ts';

/** The system used if none is named. */
export const usualSystem = 'egnyte' satisfies SystemName;

/**
 * The registry for a fast start: the same systems in the same order, each loaded on demand. The compiler reports an
 * entry that is missing here or has no system.
 */
export const loaders: { readonly [Name in SystemName]: () => Promise<Systems[Name]> } = {
  egnyte: async () => (await import('./egnyte/system.ts')).egnyte,
  dovecot: async () => (await import('./dovecot/system.ts')).dovecot,
  dropsuite: async () => (await import('./dropsuite/system.ts')).dropsuite,
  wildduck: async () => (await import('./wildduck/system.ts')).wildduck,
  'mozilla-sync': async () => (await import('./mozilla-sync/system.ts')).mozillaSync,
};
