import type { Mutation } from './mutations.ts';
import { anew, mutate } from './reloading.ts';

/** A question to the judge: with this mutation, does a check of one system, or of any, fail? */
export interface Question {
  readonly mutation: Mutation | undefined;
  readonly system: string | undefined;
  readonly length: 'quick' | 'long';
}

/** Which check failed; null if none did. A file that cannot be loaded fails no check. */
export type Verdict = { readonly failed: string | null } | { readonly unloadable: string };

// A process that answers one question after another. It reloads only what a mutation affects. For that it must know
// which module imports which, so everything is loaded once without a mutation.
await import('../../src/index.ts');
await import('../../machines/index.ts');
await import('./trial.ts');
process.on('message', async (question: Question) => process.send?.(await judge(question)));

async function judge({ mutation, system, length }: Question): Promise<Verdict> {
  try {
    mutate(mutation);
    await load('../../src/index.ts');
    await load('../../machines/index.ts');
  } catch (error) {
    return { unloadable: String(error).split('\n', 1)[0] as string };
  }
  try {
    const { failing } = (await load('./trial.ts')) as typeof import('./trial.ts');
    return { failed: failing(system, length) ?? null };
  } catch {
    return { failed: 'the tests are loaded' };
  }
}

const load = (file: string): Promise<unknown> => import(anew(new URL(file, import.meta.url).href));
