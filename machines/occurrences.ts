import type { SystemName } from './index.ts';

/** What of each system's data occurs, as JSON text that `npm run occurrences` wrote; each loaded when it is asked for. */
export const occurrenceTexts: { readonly [Name in SystemName]: () => Promise<string> } = {
  egnyte: async () => (await import('./egnyte/occurrences.ts')).occurrences,
  dovecot: async () => (await import('./dovecot/occurrences.ts')).occurrences,
  dropsuite: async () => (await import('./dropsuite/occurrences.ts')).occurrences,
  wildduck: async () => (await import('./wildduck/occurrences.ts')).occurrences,
  'mozilla-sync': async () => (await import('./mozilla-sync/occurrences.ts')).occurrences,
};
