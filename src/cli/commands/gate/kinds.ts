import type { System } from '../../../model/index.ts';
import { checkKind } from '../../entity-words.ts';
import { oneOf } from '../../one-of.ts';

/** The kinds of entity that have commands. */
export const kindsWithCommands = ({ entities }: System): string[] =>
  Object.keys(entities).filter((kind) => Object.keys(entities[kind]?.commands ?? {}).length > 0);

/** The kind, which must have commands. Otherwise throws a Complaint. */
export async function kindWithCommands(system: System, kind: string): Promise<string> {
  await checkKind(system, kind);
  const what = Object.hasOwn(system.entities, kind) ? 'entity with commands' : 'entity';
  return oneOf(what, kind, kindsWithCommands(system));
}
