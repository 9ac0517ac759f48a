import { compileCondition } from '../condition/closure.ts';
import { lineOf } from '../engine/sample-lines.ts';
import { Simulator } from '../engine/simulate.ts';
import type { World } from '../engine/world.ts';
import { type Condition, isRefusal, type Lifecycle, stateOf } from '../model/index.ts';
import { causesOf } from '../reach/causes.ts';
import { notCovered, type PartialView, type Query, type Route, type Situations, scenarioTo } from '../reach/index.ts';
import { joinedTo } from './joined-path.ts';
import { entityAnswers, holdsIn, queryOf, type Source, worldBehind } from './source.ts';

/** What a scenario must lead to: statuses and facts at the same time, or a code that it shows. */
export type Goal = { readonly known: PartialView } | { readonly code: string };

export interface Path {
  readonly lines: readonly string[];
  /** How many situations were searched; undefined if the scenario is shipped. */
  readonly situations: bigint | undefined;
  /** The entity that agrees at the end, if it is not the one called 1. */
  readonly of?: string | undefined;
}

/** No scenario was found. */
export interface NoPath {
  readonly situations: bigint;
  /** Some situation agrees, though no scenario was confirmed. */
  readonly exists: boolean;
  readonly notCovered: readonly string[];
}

/**
 * The shortest scenario to a goal, from the beginning or from where a world stands. Each was run in a real world. For a
 * code that no command of the entity is refused with, it is the scenario that explains the code.
 */
export function pathTo(source: Source, kind: string, goal: Goal, from?: World): Path | NoPath {
  const shipped = from ? undefined : shippedTo(source, kind, goal);
  if (shipped) return { lines: shipped, situations: undefined };
  const query = queryOf(source, kind);
  const situations = query.all.count;
  const ends = endsOf(query, goal);
  const lines = ends.map((end) => (from ? linesFrom(source, query, end, from) : linesTo(end)));
  const found = shortest(lines.filter((each) => each !== undefined));
  if (found) return { lines: found, situations };
  if (!from) {
    const other = 'code' in goal ? explaining(source, goal.code) : otherwiseTo(source, kind, goal.known);
    if (other) return { ...other, situations };
  }
  return { situations, exists: ends.some((end) => end.there.any), notCovered: notCovered(query) };
}

/** Situations to reach, and for a refusal the answer that is given there. */
interface End {
  readonly there: Situations;
  readonly refusal?: ReturnType<Situations['answers']>[number];
  readonly holds: (world: World) => boolean;
}

function endsOf(query: Query, goal: Goal): End[] {
  const { lifecycle } = query;
  if ('known' in goal) return [{ there: query.known(goal.known), holds: holdsIn(lifecycle, goal.known) }];
  const isIt = (code: unknown): boolean => String(code) === goal.code;
  return query.commandNames
    .filter((command) => lifecycle.rules[command]?.some((rule) => isRefusal(rule) && isIt(rule.code)))
    .flatMap((command) => query.all.answers(command).filter(({ code }) => code !== undefined && isIt(code)))
    .map((refusal) => ({ there: refusal.situations, refusal, holds: () => true }));
}

/** From what is shipped: the shortest scenario of a status, or of a code if it is one of this entity. */
function shippedTo({ shipped, system }: Source, kind: string, goal: Goal): readonly string[] | undefined {
  if (!shipped) return undefined;
  if ('code' in goal) {
    const of = (lines: readonly string[]): string => lines.at(-1)?.split(/[\s:]/)[0] ?? '';
    const rows = shipped.codes.filter(([code, , lines]) => String(code) === goal.code && of(lines) === kind);
    return shortest(rows.map(([, , lines]) => lines));
  }
  const [[phase = '', status] = [], ...more] = Object.entries(goal.known);
  if (more.length > 0 || Array.isArray(status) || !Object.hasOwn(system.entities[kind]?.phases ?? {}, phase))
    return undefined;
  const { statuses = {}, scenarios = [] } = shipped.entities[kind] ?? {};
  const answers = Object.values(statuses[phase]?.[stateOf(status as string | null)] ?? {}).flat();
  return shortest(answers.flatMap(([, number]) => (scenarios[number] ? [scenarios[number]] : [])));
}

const shortest = (all: readonly (readonly string[])[]): readonly string[] | undefined =>
  all.toSorted((a, b) => a.length - b.length)[0];

/** The shortest shipped scenario of a code, whatever entity shows it. */
function explaining({ shipped }: Source, asked: string): Pick<Path, 'lines'> | undefined {
  const lines = shortest((shipped?.codes ?? []).filter(([code]) => String(code) === asked).map(([, , each]) => each));
  return lines && { lines };
}

/** If no route was confirmed: a known scenario, or one joined from several. */
function otherwiseTo(source: Source, kind: string, known: PartialView): Pick<Path, 'lines' | 'of'> | undefined {
  const found = knownTo(source, kind, known);
  if (found && found.of === undefined) return found;
  const lines = joinedTo(source, kind, known);
  return lines ? { lines } : found;
}

/** The shortest known scenario at whose end some entity of the kind agrees. */
function knownTo(source: Source, kind: string, known: PartialView): Pick<Path, 'lines' | 'of'> | undefined {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const holds = compileCondition(known as Condition, lifecycle);
  const found = entityAnswers(source, kind).scenarios.flatMap((lines) => {
    const world = worldBehind(source, lines);
    const entity = world.entities().find((each) => each.kind === kind && holds(each, world.ask(each, '', {})));
    return entity ? [{ lines, of: entity.id === (lifecycle.singleton ?? '1') ? undefined : entity.key }] : [];
  });
  return found.sort((a, b) => a.lines.length - b.lines.length)[0];
}

/** From the beginning. */
function linesTo({ there, refusal }: End): readonly string[] | undefined {
  if (!there.any) return undefined;
  const found = scenarioTo(there, refusal);
  return refusal ? found && [...found, lineOf(there.query.lifecycle, refusal.command, {})] : found;
}

/** From a world: the shortest route, with lines that cause the changes of free facts on it. */
function linesFrom(source: Source, query: Query, { there, refusal, holds }: End, from: World): string[] | undefined {
  const { lifecycle } = query;
  const route = there.nearest(standingOf(query, from));
  if (!route) return undefined;
  const last = refusal ? [lineOf(lifecycle, refusal.command, {})] : [];
  const leads = (lines: readonly string[]): boolean => {
    const simulator = new Simulator(source.system, from.copy());
    const results = lines.flatMap(source.read).map((step) => simulator.run(step));
    return refusal ? results.at(-1)?.error?.code === refusal.code : holds(simulator.world);
  };
  return waysOf(query, route)
    .map((way) => [...way, ...last])
    .find(leads);
}

/** The situations of the space that the entity of a world may be in. */
function standingOf(query: Query, world: World): Situations {
  const { diagrams } = query.reachable;
  return query.within(
    query.masksIn(world).reduce((left, mask, level) => diagrams.restrict(left, level, mask), query.all.set),
  );
}

/** A route as lines; a change of a free fact becomes each line that may cause it, or none. */
function waysOf(query: Query, { moves }: Route): string[][] {
  const { letters } = query.reachable.world;
  let ways: string[][] = [[]];
  for (const move of moves) {
    const letter = letters[move];
    if (!letter) continue;
    const { line } = letter;
    const choices = line === undefined ? [[], ...causesOf(query.system, letter).map((each) => [each])] : [[line]];
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice])).slice(0, MOST_WAYS);
  }
  return ways.sort((a, b) => a.length - b.length);
}

const MOST_WAYS = 400;
