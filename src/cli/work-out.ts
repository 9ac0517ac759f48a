import { registeredName, scenariosOf, shippedAnswers } from '../../machines/shipped.ts';
import { explainShipped } from '../answers/explain.ts';
import { searchExplanation } from '../answers/search-explanation.ts';
import type { Source } from '../answers/source.ts';
import { type CodeRow, codeAndName, type Explanation, type System } from '../model/index.ts';
import type { SystemAnswers } from '../reach/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import type { Terminal } from './io/terminal.ts';

/** Where progress and complaints are shown; a thread has no terminal. */
type Listener = Pick<Terminal, 'progress' | 'complain'>;

/** The answers that are shipped with a system, or cached beside the module of a user's own. */
export async function answersOf(system: System, terminal?: Listener): Promise<SystemAnswers | undefined> {
  const shipped = await shippedAnswers(system);
  if (shipped) return shipped;
  const { cachedAnswers } = await import('./io/cached-answers.ts');
  return cachedAnswers(system, (line) => terminal?.complain(line));
}

/** A system to ask questions about. Work that takes seconds shows on the progress line. */
export async function sourceOf(system: System, terminal?: Listener): Promise<Source> {
  const reader = new ScenarioReader(system);
  return {
    system,
    read: (line) => reader.line(line),
    shipped: await answersOf(system, terminal),
    progress: (doing) => terminal?.progress(`${doing} …`),
  };
}

/** All that is known of a row of the catalogue: as shipped, or with a scenario that is searched for. */
export async function explanationIn(system: System, terminal: Listener, row: CodeRow): Promise<Explanation> {
  const name = await registeredName(system);
  if (name !== undefined) return explainShipped(system, row, { codes: await scenariosOf(name) });
  const { read, progress } = await sourceOf(system, terminal);
  progress?.(`searching for a scenario of ${codeAndName(row)}`);
  return searchExplanation(system, row, read);
}
