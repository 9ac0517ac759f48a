import { besideIn, type System, type Value } from '../model/index.ts';
import { type PartialView, type Query, reach, type SystemAnswers, scenarioTo } from '../reach/index.ts';
import { ScenarioReader, writeStep } from '../scenario/index.ts';
import { Session } from '../session/session.ts';

/** A goal: a command is accepted, or phases and facts of the entity have these values. */
export type WayGoal = { readonly command: string } | { readonly view: { readonly [name: string]: Value } };

/** Steps that lead to a goal: from the present situation, or from the beginning. */
export interface FoundWay {
  readonly from: 'here' | 'beginning';
  readonly lines: readonly string[];
}

/** A shortest way to the goal: from here if there is one, else from the beginning. It is run before it is returned. */
export function nearestWay(
  system: System,
  scenario: readonly string[],
  entity: string,
  goal: WayGoal,
  shipped?: SystemAnswers,
): FoundWay | undefined {
  const [kind = '', id = '1'] = entity.split(':');
  const reader = new ScenarioReader(system);
  const query = reach(system, kind, (line) => reader.line(line), shipped);
  const isThere = (lines: readonly string[]): boolean => {
    const session = sessionAfter(system, lines);
    if ('command' in goal) return session.answer(entity, goal.command).allowed;
    const known = namesOf(session, entity);
    return Object.entries(goal.view).every(([name, value]) => known[name] === value);
  };
  for (const lines of fromHere(query, namesOf(sessionAfter(system, scenario), entity), goal)) {
    const own = lines.map((line) => renamed(reader, line, kind, id));
    if (own.length > 0 && isThere([...scenario, ...own])) return { from: 'here', lines: own };
  }
  const ways = goalsOf(query, goal).flatMap(({ situations, answer }) => {
    const lines = scenarioTo(situations, answer);
    return lines && isThere(lines) ? [lines] : [];
  });
  const [lines] = ways.sort(byLength);
  return lines && { from: 'beginning', lines };
}

const goalsOf = (query: Query, goal: WayGoal) =>
  'command' in goal
    ? query.all
        .answers(goal.command)
        .filter(({ accepted }) => accepted)
        .map((answer) => ({ situations: answer.situations, answer }))
    : [{ situations: query.known(goal.view), answer: undefined }];

/** In a larger space, a breadth-first search from an arbitrary situation takes minutes. */
const MOST_FROM_HERE = 1_000_000n;

/** The world outside changes facts without a line of scenario: a way that needs this is dropped when it is run. */
function fromHere(query: Query, view: PartialView, goal: WayGoal): string[][] {
  const here = query.known(view);
  if (!here.any || query.all.count > MOST_FROM_HERE) return [];
  const { letters } = query.reachable.world;
  return goalsOf(query, goal)
    .flatMap(({ situations }) => situations.nearest(here) ?? [])
    .map(({ moves }) => moves.flatMap((move) => letters[move]?.line ?? []))
    .sort(byLength);
}

const byLength = (one: readonly string[], other: readonly string[]): number => one.length - other.length;

function sessionAfter(system: System, lines: readonly string[]): Session {
  const session = new Session(system);
  for (const line of lines) session.send(line);
  return session;
}

function namesOf(session: Session, entity: string): { readonly [name: string]: Value } {
  const view = session.view(entity);
  return { ...view.phases, ...view.facts, ...besideIn(view) };
}

/** Ways are found for the first entity of a kind; another takes the same steps under its own id. */
function renamed(reader: ScenarioReader, line: string, kind: string, id: string): string {
  const [step] = reader.line(line);
  return step && 'kind' in step && step.kind === kind ? writeStep({ ...step, id }) : line;
}
