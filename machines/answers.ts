import type { SystemName } from './index.ts';

/**
 * What can be reached and how commands are answered, per system, as JSON text written by `npm run reach`; loaded on
 * demand.
 */
export const answerTexts: { readonly [Name in SystemName]: () => Promise<string> } = {
  egnyte: async () => (await import('./egnyte/answers.ts')).answers,
  dovecot: async () => (await import('./dovecot/answers.ts')).answers,
  dropsuite: async () => (await import('./dropsuite/answers.ts')).answers,
  wildduck: async () => (await import('./wildduck/answers.ts')).answers,
  'mozilla-sync': async () => (await import('./mozilla-sync/answers.ts')).answers,
};
