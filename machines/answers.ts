import type { SystemName } from './index.ts';

/** What is reached and answered in each system, as JSON text that `npm run reach` wrote; each loaded when it is asked for. */
export const answerTexts: { readonly [Name in SystemName]: () => Promise<string> } = {
  egnyte: async () => (await import('./egnyte/answers.ts')).answers,
  dovecot: async () => (await import('./dovecot/answers.ts')).answers,
  dropsuite: async () => (await import('./dropsuite/answers.ts')).answers,
  wildduck: async () => (await import('./wildduck/answers.ts')).answers,
  'mozilla-sync': async () => (await import('./mozilla-sync/answers.ts')).answers,
};
