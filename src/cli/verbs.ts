import type { Command } from './command.ts';

type Load = () => Promise<{ readonly default: Command }>;

/** Verbs that belong together, and stand behind one word. */
export interface Group {
  /** One sentence, for the head of its help. */
  readonly summary: string;
  readonly verbs: { readonly [verb: string]: Load };
}

/** The registry: one line a verb. Its module is loaded when it is used. */
export const verbs: { readonly [verb: string]: Load | Group } = {
  simulate: () => import('./commands/simulate.ts'),
  explain: () => import('./commands/explain.ts'),
  codes: () => import('./commands/codes.ts'),
  explore: () => import('./commands/explore.ts'),
  path: () => import('./commands/path.ts'),
  diagram: () => import('./commands/diagram.ts'),
  laws: () => import('./commands/laws.ts'),
  serve: () => import('./commands/serve.ts'),
  init: () => import('./commands/init.ts'),
  gate: {
    summary: 'which commands a UI may offer, and whether it does',
    verbs: {
      check: () => import('./commands/gate/check.ts'),
      matrix: () => import('./commands/gate/matrix.ts'),
    },
  },
};

export const isGroup = (entry: Load | Group): entry is Group => typeof entry === 'object';
