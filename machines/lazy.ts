import type { SystemName, Systems } from './index.ts';

/** The system that is meant where none is named. */
export const usualSystem = 'egnyte' satisfies SystemName;

/**
 * The registry for whom has to start at once: the same systems in the same order, each loaded when it is asked for. The
 * compiler finds an entry that is missing here, or that there is no system for.
 */
export const loaders: { readonly [Name in SystemName]: () => Promise<Systems[Name]> } = {
  egnyte: async () => (await import('./egnyte/system.ts')).egnyte,
  dovecot: async () => (await import('./dovecot/system.ts')).dovecot,
  dropsuite: async () => (await import('./dropsuite/system.ts')).dropsuite,
  wildduck: async () => (await import('./wildduck/system.ts')).wildduck,
  'mozilla-sync': async () => (await import('./mozilla-sync/system.ts')).mozillaSync,
};
