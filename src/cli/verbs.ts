import type { Command } from './command.ts';

/** The registry: one line a verb. Its module is loaded when it is used. */
export const verbs: { readonly [verb: string]: () => Promise<{ readonly default: Command }> } = {
  simulate: () => import('./commands/simulate.ts'),
  explain: () => import('./commands/explain.ts'),
  codes: () => import('./commands/codes.ts'),
  explore: () => import('./commands/explore.ts'),
  path: () => import('./commands/path.ts'),
};
