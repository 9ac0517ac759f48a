import type { Can, Impossible } from '../answers/can.ts';
import type { EntityDescribed } from '../answers/describe.ts';
import type { CommandGates } from '../answers/explain.ts';
import type { CommandFound } from '../answers/find.ts';
import { type CodeRow, type Explanation, explanationOf, type Shown } from '../model/index.ts';
import type { PartialView } from '../reach/index.ts';
import type { Terminal } from './io/terminal.ts';
import { questions } from './prepared.ts';
import type { Lookup } from './systems.ts';

// Each answer was prepared by the build, or is computed now. The modules that compute are loaded only then.

/** What is possible in all situations that agree with what is known. */
export async function canOf(
  { outline, prepared, load }: Lookup,
  terminal: Terminal,
  kind: string,
  id: string,
  known: PartialView,
): Promise<Can | Impossible> {
  const isFirst = id === (outline.entities[kind]?.singleton ?? '1');
  const answer = isFirst ? prepared?.answer<Can | Impossible>(questions.can(kind, known)) : undefined;
  if (answer) return answer;
  const [{ canWhere }, { sourceOf }] = await Promise.all([import('../answers/can.ts'), import('./work-out.ts')]);
  return canWhere(await sourceOf(await load(), terminal), kind, id, known);
}

/** What is possible at the end of a scenario in a file. */
export async function canAfter({ load }: Lookup, file: string, kind: string, id: string): Promise<Can> {
  const [{ canIn }, { worldAfterFile }] = await Promise.all([import('../answers/can.ts'), import('./io/steps.ts')]);
  return canIn(await worldAfterFile(await load(), file), kind, id);
}

/** The gates of a command, with a scenario for each. */
export async function commandGates(
  { prepared, load }: Lookup,
  terminal: Terminal,
  command: CommandFound,
): Promise<CommandGates> {
  const answer = prepared?.answer<CommandGates>(questions.gates(command));
  if (answer) return answer;
  const [{ gatesOf }, { answersOf }] = await Promise.all([import('../answers/explain.ts'), import('./work-out.ts')]);
  const system = await load();
  return gatesOf(system, command, await answersOf(system, terminal));
}

/** A row of the catalogue with its scenario, which is searched for if it was not prepared. */
export async function explained(
  { outline, prepared, load }: Lookup,
  terminal: Terminal,
  row: CodeRow,
): Promise<Explanation> {
  const shown = prepared?.answer<Shown>(questions.explain(outline.codes.indexOf(row)));
  if (shown) return explanationOf(outline, row, shown);
  return (await import('./work-out.ts')).explanationIn(await load(), terminal, row);
}

/** The events, phases and facts of an entity. */
export async function described({ prepared, load }: Lookup, kind: string): Promise<EntityDescribed> {
  const found = prepared?.answer<EntityDescribed>(questions.describe(kind));
  return found ?? (await import('../answers/describe.ts')).describeEntity(await load(), kind);
}
