import { registeredName, scenariosOf, shippedAnswers } from '../../machines/shipped.ts';
import { type Can, canWhere, type Impossible } from '../answers/can.ts';
import { type CommandGates, explainShipped, gatesOf } from '../answers/explain.ts';
import type { CommandFound } from '../answers/find.ts';
import type { Source } from '../answers/source.ts';
import type { CodeRow, Explanation, System } from '../model/index.ts';
import type { PartialView, SystemAnswers } from '../reach/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import { searchExplanation } from '../search/explain.ts';
import type { Terminal } from './io/terminal.ts';
import { codeName } from './text/wording.ts';

type Watched = Pick<Terminal, 'rewrite' | 'watched' | 'complain'>;

/** What is shipped with a system; of one of the user's own, what is cached beside its module. */
export async function answersOf(
  system: System,
  { complain }: Pick<Terminal, 'complain'>,
): Promise<SystemAnswers | undefined> {
  const shipped = await shippedAnswers(system);
  return shipped ?? (await import('./io/cached-answers.ts')).cachedAnswers(system, complain);
}

/** What is asked about a system, with a progress line where something takes seconds. */
export async function sourceOf(system: System, terminal: Watched): Promise<Source> {
  const reader = new ScenarioReader(system);
  return {
    system,
    read: (line) => reader.line(line),
    shipped: await answersOf(system, terminal),
    progress: (doing) => {
      if (terminal.watched) terminal.rewrite(`${doing} …`);
    },
  };
}

export async function workOutCan(
  system: System,
  terminal: Watched,
  kind: string,
  id: string,
  known: PartialView,
): Promise<Can | Impossible> {
  const answer = canWhere(await sourceOf(system, terminal), kind, id, known);
  if (terminal.watched) terminal.rewrite('');
  return answer;
}

export const workOutGates = async (system: System, terminal: Watched, command: CommandFound): Promise<CommandGates> =>
  gatesOf(system, command, await answersOf(system, terminal));

export async function workOutExplanation(system: System, terminal: Watched, row: CodeRow): Promise<Explanation> {
  const name = await registeredName(system);
  if (name !== undefined) return explainShipped(system, row, { codes: await scenariosOf(name) });
  const { read, progress } = await sourceOf(system, terminal);
  progress?.(`searching for a scenario of ${codeName(row)}`);
  return searchExplanation(system, row, read);
}
