import type { System } from '../model/index.ts';
import { ScenarioReader, writeStep } from '../scenario/index.ts';
import { shortestPath } from '../search/path.ts';
import { Session } from '../session/session.ts';

export type Statuses = { readonly [phase: string]: string | null };

/** The shortest scenario, in lines, to statuses that an entity has at the same time; undefined where none was found. */
export function wayTo(
  system: System,
  { kind, id }: { readonly kind: string; readonly id: string },
  statuses: Statuses,
): readonly string[] | undefined {
  const reader = new ScenarioReader(system);
  const read = (line: string) => reader.line(line);
  const path = shortestPath(system, kind, { statuses }, read);
  if (typeof path !== 'object') return undefined;
  if (id === '1' || id === system.entities[kind]?.singleton) return path.lines;
  // The search knows one entity of a kind. What happens to that happens to the other; where something names it, it is not led there.
  const lines = path.lines
    .flatMap(read)
    .map((step) => writeStep('kind' in step && step.kind === kind ? { ...step, id } : step));
  const session = new Session(system);
  session.play(lines.join('\n'));
  const { phases } = session.view(`${kind}:${id}`);
  return Object.entries(statuses).every(([phase, status]) => phases[phase] === status) ? lines : undefined;
}
