import { registeredName, scenariosOf, shippedAnswers } from '../../machines/shipped.ts';
import { type Can, canWhere, type Impossible } from '../answers/can.ts';
import { type CommandGates, explainShipped, gatesOf } from '../answers/explain.ts';
import type { CommandFound } from '../answers/find.ts';
import { searchExplanation } from '../answers/search-explanation.ts';
import type { Source } from '../answers/source.ts';
import type { CodeRow, Explanation, System } from '../model/index.ts';
import type { PartialView, SystemAnswers } from '../reach/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import type { Terminal } from './io/terminal.ts';
import { codeName } from './text/wording.ts';

/** The terminal that hears of progress; absent in a thread that has none. */
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

export const workOutCan = async (
  system: System,
  terminal: Listener,
  kind: string,
  id: string,
  known: PartialView,
): Promise<Can | Impossible> => canWhere(await sourceOf(system, terminal), kind, id, known);

export const workOutGates = async (system: System, terminal: Listener, command: CommandFound): Promise<CommandGates> =>
  gatesOf(system, command, await answersOf(system, terminal));

export async function workOutExplanation(system: System, terminal: Listener, row: CodeRow): Promise<Explanation> {
  const name = await registeredName(system);
  if (name !== undefined) return explainShipped(system, row, { codes: await scenariosOf(name) });
  const { read, progress } = await sourceOf(system, terminal);
  progress?.(`searching for a scenario of ${codeName(row)}`);
  return searchExplanation(system, row, read);
}
