import { registeredName, shippedAnswers } from '../../machines/shipped.ts';
import type { Can, Impossible } from '../answers/can.ts';
import { type CommandGates, gatesOf } from '../answers/explain.ts';
import type { CommandFound } from '../answers/find.ts';
import type { Source } from '../answers/source.ts';
import type { System } from '../model/index.ts';
import type { PartialView, SystemAnswers } from '../reach/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import type { Terminal } from './io/terminal.ts';
import { preparedCan, preparedGates, readPrepared } from './prepared.ts';

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

/** What is possible in all situations that agree with what is known: as it was prepared, or worked out now. */
export async function canOf(
  system: System,
  terminal: Watched,
  kind: string,
  id: string,
  known: PartialView,
): Promise<Can | Impossible> {
  const isFirst = id === (system.entities[kind]?.singleton ?? '1');
  const found = isFirst ? preparedCan(await preparedOf(system), kind, known) : undefined;
  if (found) return found;
  const { canWhere } = await import('../answers/can.ts');
  const can = canWhere(await sourceOf(system, terminal), kind, id, known);
  if (terminal.watched) terminal.rewrite('');
  return can;
}

/** The gates of a command, with a scenario of each: as they were prepared, or worked out now. */
export async function commandGates(system: System, terminal: Watched, command: CommandFound): Promise<CommandGates> {
  return (
    preparedGates(await preparedOf(system), command) ?? gatesOf(system, command, await answersOf(system, terminal))
  );
}

/** A system of the user's own has none, nor has any in the sources. */
async function preparedOf(system: System): Promise<Buffer | undefined> {
  const name = await registeredName(system);
  return name === undefined ? undefined : readPrepared(name);
}
