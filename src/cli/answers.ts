import { shippedAnswers } from '../../machines/shipped.ts';
import type { Source } from '../answers/source.ts';
import type { System } from '../model/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import type { Terminal } from './io/terminal.ts';

/** What is asked about a system, with a line for whoever waits where something takes seconds. */
export async function sourceOf(system: System, terminal: Pick<Terminal, 'rewrite' | 'watched'>): Promise<Source> {
  const reader = new ScenarioReader(system);
  return {
    system,
    read: (line) => reader.line(line),
    shipped: await shippedAnswers(system),
    progress: (doing) => {
      if (terminal.watched) terminal.rewrite(`${doing} …`);
    },
  };
}
