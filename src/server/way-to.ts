import { type NoPath, type Path, pathTo } from '../answers/path.ts';
import type { System } from '../model/index.ts';
import type { SystemAnswers } from '../reach/index.ts';
import { ScenarioReader, writeStep } from '../scenario/index.ts';
import { Session } from '../session/session.ts';

export type Statuses = { readonly [phase: string]: string | null };

/** Finds a shortest scenario in which an entity has all these statuses. May take a minute. */
export type FindPath = (kind: string, statuses: Statuses) => Promise<Path | NoPath>;

/** A finder that runs in this thread and blocks it. `shipped` is loaded at the first search. */
export function finderOf(system: System, shipped: () => Promise<SystemAnswers | undefined>): FindPath {
  const reader = new ScenarioReader(system);
  let source: ReturnType<typeof load> | undefined;
  const load = async () => ({ system, read: (line: string) => reader.line(line), shipped: await shipped() });
  return async (kind, statuses) => {
    source ??= load();
    return pathTo(await source, kind, { known: statuses });
  };
}

/** The scenario to statuses of one entity. */
export async function wayTo(
  system: System,
  { kind, id }: { readonly kind: string; readonly id: string },
  statuses: Statuses,
  find: FindPath,
): Promise<{ readonly lines: readonly string[] } | NoPath> {
  const path = await find(kind, statuses);
  if ('lines' in path && path.of !== undefined) {
    return path.of === `${kind}:${id}` ? path : UNCONFIRMED;
  }
  if (!('lines' in path) || id === '1' || id === system.entities[kind]?.singleton) return path;
  // The reach data is about one entity of a kind: another one takes the same steps.
  const reader = new ScenarioReader(system);
  const read = path.lines.flatMap((line) => reader.line(line));
  const lines = read.map((step) => writeStep('kind' in step && step.kind === kind ? { ...step, id } : step));
  const session = new Session(system);
  session.play(lines.join('\n'));
  const { phases } = session.view(`${kind}:${id}`);
  // It does not get there if another entity has to name it.
  const isThere = Object.entries(statuses).every(([phase, status]) => phases[phase] === status);
  return isThere ? { lines } : UNCONFIRMED;
}

const UNCONFIRMED: NoPath = { situations: 0n, exists: true, notCovered: [] };
