import type { Command } from './command.ts';

export interface Verb {
  /** One sentence, for the list of verbs and the head of its help. */
  readonly summary: string;
  readonly load: () => Promise<{ readonly default: Command }>;
}

/** Verbs that belong together, and stand behind one word. */
export interface Group {
  /** One sentence, for the head of its help. */
  readonly summary: string;
  readonly verbs: { readonly [verb: string]: Verb };
}

/** The registry: one line a verb. Its module is loaded when it is used. */
export const verbs: { readonly [verb: string]: Verb | Group } = {
  simulate: {
    summary: 'run scenarios, and show what becomes of each step',
    load: () => import('./commands/simulate.ts'),
  },
  can: { summary: 'say what is possible now, and why not what is not', load: () => import('./commands/can.ts') },
  explain: {
    summary: 'say what a code, a status or a command is, and how to see it',
    load: () => import('./commands/explain.ts'),
  },
  describe: {
    summary: 'list entities, events with parameters, statuses and facts',
    load: () => import('./commands/describe.ts'),
  },
  codes: {
    summary: 'list the codes of a system, or of all, with what each means',
    load: () => import('./commands/codes.ts'),
  },
  explore: { summary: 'count the situations that an entity can come to', load: () => import('./commands/explore.ts') },
  path: {
    summary: 'find the shortest scenario to some statuses, or to a code',
    load: () => import('./commands/path.ts'),
  },
  diagram: {
    summary: 'draw the states of an entity, and what leads where',
    load: () => import('./commands/diagram.ts'),
  },
  site: {
    summary: 'write the site: a page for every code, and the playground',
    load: () => import('./commands/site.ts'),
  },
  play: {
    summary: 'open the playground: a page in which every command can be tried',
    load: () => import('./commands/play.ts'),
  },
  laws: { summary: 'hold the laws for every lifecycle against a system', load: () => import('./commands/laws.ts') },
  serve: { summary: 'serve a control plane that answers as the model does', load: () => import('./commands/serve.ts') },
  init: { summary: 'write a small system of your own, to start from', load: () => import('./commands/init.ts') },
  completion: {
    summary: 'print a completion script for bash, zsh or fish',
    load: async () => ({ default: (await import('./commands/completion.ts')).completionOf(allVerbs) }),
  },
  gate: {
    summary: 'which commands a UI may offer, and whether it does',
    verbs: {
      check: {
        summary: "hold a UI's gating against the model in every situation",
        load: () => import('./commands/gate/check.ts'),
      },
      matrix: {
        summary: 'commands against statuses: accepted, or the code',
        load: () => import('./commands/gate/matrix.ts'),
      },
    },
  },
};

export const isGroup = (entry: Verb | Group): entry is Group => 'verbs' in entry;

/** Every verb and group, with its command loaded, and before them what the program itself is followed by. */
async function allVerbs(): Promise<{ words: string; followed: readonly string[]; command?: Command }[]> {
  const all: { words: string; followed: readonly string[]; command?: Command }[] = [
    { words: '', followed: Object.keys(verbs) },
  ];
  for (const [verb, entry] of Object.entries(verbs)) {
    if (!isGroup(entry)) {
      all.push({ words: verb, followed: [], command: (await entry.load()).default });
      continue;
    }
    all.push({ words: verb, followed: Object.keys(entry.verbs) });
    for (const [inner, { load }] of Object.entries(entry.verbs)) {
      all.push({ words: `${verb} ${inner}`, followed: [], command: (await load()).default });
    }
  }
  return all;
}
