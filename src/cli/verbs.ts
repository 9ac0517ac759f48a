import type { Command } from './command.ts';
import type { VerbWords } from './completion.ts';

interface Verb {
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
    summary: 'run scenarios and show the result of each step',
    load: () => import('./commands/simulate.ts'),
  },
  can: {
    summary: 'say which commands are possible now, and why the others are not',
    load: () => import('./commands/can.ts'),
  },
  explain: {
    summary: 'explain a code, a status or a command, with a scenario',
    load: () => import('./commands/explain.ts'),
  },
  describe: {
    summary: 'list entities, events with parameters, statuses and facts',
    load: () => import('./commands/describe.ts'),
  },
  codes: {
    summary: 'list the codes of one system or of all, with their meanings',
    load: () => import('./commands/codes.ts'),
  },
  explore: { summary: 'count the situations that an entity can reach', load: () => import('./commands/explore.ts') },
  path: {
    summary: 'find the shortest scenario to some statuses, or to a code',
    load: () => import('./commands/path.ts'),
  },
  diagram: {
    summary: 'draw the states of an entity and its transitions',
    load: () => import('./commands/diagram.ts'),
  },
  site: {
    summary: 'write the site: a page for every code, and the playground',
    load: () => import('./commands/site.ts'),
  },
  play: {
    summary: 'open the playground: a page to try every command in',
    load: () => import('./commands/play.ts'),
  },
  laws: { summary: 'check the laws of every lifecycle for a system', load: () => import('./commands/laws.ts') },
  serve: { summary: 'serve a control plane that answers like the model', load: () => import('./commands/serve.ts') },
  init: { summary: 'write a small system of your own, to start from', load: () => import('./commands/init.ts') },
  completion: {
    summary: 'print a completion script for bash, zsh or fish',
    load: async () => ({ default: (await import('./commands/completion.ts')).completionOf(allVerbs) }),
  },
  gate: {
    summary: 'which commands a UI may offer, and whether it does',
    verbs: {
      check: {
        summary: "check a UI's gating against the model in every situation",
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
