import type { System } from '../model/index.ts';
import { reach, scenarioTo } from '../reach/index.ts';
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
  // That search holds outside facts as they usually are. All that is reached has them in every combination, and takes longer.
  const lines = typeof path === 'object' ? path.lines : scenarioTo(reach(system, kind, read).known(statuses));
  if (!lines || id === '1' || id === system.entities[kind]?.singleton) return lines;
  // What is reached is known of one entity of a kind: what leads that there is done to the other.
  const steps = lines.flatMap(read).map((step) => ('kind' in step && step.kind === kind ? { ...step, id } : step));
  const scenario = steps.map(writeStep);
  const session = new Session(system);
  session.play(scenario.join('\n'));
  const { phases } = session.view(`${kind}:${id}`);
  // Where something else has to name the entity, it is not led there.
  return Object.entries(statuses).every(([phase, status]) => phases[phase] === status) ? scenario : undefined;
}
