import type { Command } from './command.ts';
import type { VerbWords } from './completion.ts';

export interface Verb {
  /** One line, for the list of verbs and its own help. */
  readonly summary: string;
  readonly load: () => Promise<{ readonly default: Command }>;
}

/** Verbs that share a first word. */
export interface Group {
  /** One line, for its help. */
  readonly summary: string;
  readonly verbs: { readonly [verb: string]: Verb };
}

/** The registry of verbs. A verb's module is loaded when it is used. */
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

/** All verbs and groups with their commands. The first entry is the program itself. */
async function allVerbs(entries = verbs, before: readonly string[] = []): Promise<VerbWords[]> {
  const below = Object.entries(entries).map(async ([word, entry]) => {
    const words = [...before, word];
    if (isGroup(entry)) return allVerbs(entry.verbs, words);
    return [{ words: words.join(' '), followed: [], command: (await entry.load()).default }];
  });
  return [{ words: before.join(' '), followed: Object.keys(entries) }, ...(await Promise.all(below)).flat()];
}
