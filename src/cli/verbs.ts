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
  can: () => import('./commands/can.ts'),
  explain: () => import('./commands/explain.ts'),
  describe: () => import('./commands/describe.ts'),
  codes: () => import('./commands/codes.ts'),
  explore: () => import('./commands/explore.ts'),
  path: () => import('./commands/path.ts'),
  diagram: () => import('./commands/diagram.ts'),
  site: () => import('./commands/site.ts'),
  play: () => import('./commands/play.ts'),
  laws: () => import('./commands/laws.ts'),
  serve: () => import('./commands/serve.ts'),
  init: () => import('./commands/init.ts'),
  completion: async () => ({ default: (await import('./commands/completion.ts')).completionOf(allVerbs) }),
  gate: {
    summary: 'which commands a UI may offer, and whether it does',
    verbs: {
      check: () => import('./commands/gate/check.ts'),
      matrix: () => import('./commands/gate/matrix.ts'),
    },
  },
};

export const isGroup = (entry: Load | Group): entry is Group => typeof entry === 'object';

/** Every verb and group, with its command loaded, and before them what the program itself is followed by. */
async function allVerbs(): Promise<{ words: string; followed: readonly string[]; command?: Command }[]> {
  const all: { words: string; followed: readonly string[]; command?: Command }[] = [
    { words: '', followed: Object.keys(verbs) },
  ];
  for (const [verb, entry] of Object.entries(verbs)) {
    if (!isGroup(entry)) {
      all.push({ words: verb, followed: [], command: (await entry()).default });
      continue;
    }
    all.push({ words: verb, followed: Object.keys(entry.verbs) });
    for (const [inner, load] of Object.entries(entry.verbs)) {
      all.push({ words: `${verb} ${inner}`, followed: [], command: (await load()).default });
    }
  }
  return all;
}
