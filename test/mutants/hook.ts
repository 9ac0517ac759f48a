import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { type Mutation, mutated } from './mutations.ts';

/** Imported before everything else: the file that MUTANT names is loaded as the mutation makes it. */
const mutation = JSON.parse(process.env.MUTANT ?? '') as Mutation;
const target = pathToFileURL(mutation.file).href;

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (url !== target) return loaded;
    const source =
      typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source as Uint8Array);
    return { ...loaded, source: mutated(source, mutation) };
  },
});
