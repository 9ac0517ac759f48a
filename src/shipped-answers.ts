import { answerTexts } from '../machines/answers.ts';
import { loaders } from '../machines/lazy.ts';
import type { System } from './model/index.ts';
import type { SystemAnswers } from './reach/shipped.ts';

const texts: { readonly [name: string]: () => Promise<string> } = answerTexts;
const registry: { readonly [name: string]: () => Promise<System> } = loaders;

/** What is reached and answered in a system, as it is shipped; undefined for a system that is not one of ours. */
export async function shippedAnswers(system: System): Promise<SystemAnswers | undefined> {
  const { name } = system;
  if (!Object.hasOwn(registry, name) || (await registry[name]?.()) !== system) return undefined;
  return JSON.parse((await texts[name]?.()) ?? 'null') as SystemAnswers;
}
