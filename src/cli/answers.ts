import { answerTexts } from '../../machines/answers.ts';
import type { Source } from '../answers/source.ts';
import type { System } from '../model/index.ts';
import type { SystemAnswers } from '../reach/shipped.ts';
import { ScenarioReader } from '../scenario/index.ts';
import type { Terminal } from './io/terminal.ts';
import { systemNamed } from './systems.ts';

const texts: { readonly [name: string]: () => Promise<string> } = answerTexts;

/** What is shipped of a registered system; undefined for one of the user's own. */
export async function shippedOf(system: System): Promise<SystemAnswers | undefined> {
  const load = Object.hasOwn(texts, system.name) ? texts[system.name] : undefined;
  if (!load || (await systemNamed(system.name)) !== system) return undefined;
  return JSON.parse(await load()) as SystemAnswers;
}

/** What is asked about a system, with a line for whoever waits where something takes seconds. */
export async function sourceOf(system: System, terminal: Pick<Terminal, 'rewrite' | 'watched'>): Promise<Source> {
  const reader = new ScenarioReader(system);
  return {
    system,
    read: (line) => reader.line(line),
    shipped: await shippedOf(system),
    progress: (doing) => {
      if (terminal.watched) terminal.rewrite(`${doing} …`);
    },
  };
}
