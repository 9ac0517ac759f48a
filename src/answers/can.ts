import { describe } from '../condition/sentence.ts';
import { nameOf } from '../engine/compile-system.ts';
import { plainRule } from '../engine/judge.ts';
import { viewOf } from '../engine/view.ts';
import type { World } from '../engine/world.ts';
import {
  type CodeName,
  type Condition,
  isRefusal,
  type Lifecycle,
  type Mark,
  type Rule,
  type System,
  stateOf,
  valueIn,
} from '../model/index.ts';
import { type PartialView, type Situations, scenarioTo } from '../reach/index.ts';
import { OPENING } from '../space/lines.ts';
import { saysKnown } from './known.ts';
import { leftOf } from './left.ts';
import { nearestKnown } from './nearest-known.ts';
import { holdsIn, queryOf, type Source, worldBehind } from './source.ts';

/** The answer to a command, and the answers in other situations that agree with what is known. */
export interface CanRow extends CommandAnswer {
  readonly entity: string;
  readonly command: string;
  readonly otherwise: readonly OtherAnswer[];
}

interface CommandAnswer {
  readonly allowed: boolean;
  readonly error?: CodeName;
  /** Why, in words: the condition of the gate that decides. */
  readonly reason?: string;
  readonly mark?: Mark;
}

/** Another answer. Without `error` it is an acceptance. */
export interface OtherAnswer extends Omit<CommandAnswer, 'allowed'> {
  /** When it is given, in words, if no gate before it decides: its condition, simplified by what is known. */
  readonly when: string;
  readonly scenario?: readonly string[];
  /** Neither a scenario that leads to it was found nor a proof that there is none. */
  readonly unconfirmed?: true;
}

export interface Can {
  readonly rows: readonly CanRow[];
  /** Leads to the plainest situation, which the rows are about; undefined if none is confirmed. */
  readonly scenario: readonly string[] | undefined;
}

/** No reachable situation agrees with what is known. */
export interface Impossible {
  readonly impossible: string;
  /** What comes nearest to it, in the same words. */
  readonly nearest: string;
}

/** What is possible in a world. It is one situation, so each command has one answer. */
export function canIn(world: World, kind: string, id: string): Can {
  return { rows: plainRows(world, kind, id), scenario: undefined };
}

/**
 * What is possible in all reachable situations that agree with what is known; if nothing is known, after the usual
 * opening. The rows are about the plainest situation: see `plainest`.
 */
export function canWhere(source: Source, kind: string, id: string, known: PartialView): Can | Impossible {
  const { system } = source;
  const names = Object.keys(known);
  if (names.length === 0) return { ...canIn(worldBehind(source, [OPENING]), kind, id), scenario: [OPENING] };
  const shipped = cellsOfStatus(source, kind, known);
  const cells = shipped ?? cellsOfQuery(source, kind, known);
  if (cells.length === 0) {
    const lifecycle = system.entities[kind] as Lifecycle;
    return { impossible: saysKnown(lifecycle, known), nearest: nearestKnown(source, kind, known) };
  }
  return canFrom(source, kind, id, cells);
}

/** One answer to a command in these situations. */
interface Cell {
  readonly command: string;
  readonly rule: Rule | undefined;
  readonly when: Condition | boolean;
  scenario: readonly string[] | undefined;
}

function canFrom(source: Source, kind: string, id: string, cells: readonly Cell[]): Can {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const scenario = plainest(source, kind, cells);
  const here = scenario && worldBehind(source, scenario);
  const first = lifecycle.singleton ?? '1';
  const rows = Object.keys(lifecycle.commands).map((command): CanRow => {
    const all = cells.filter((cell) => cell.command === command);
    const rule = here ? plainRule(here, kind, first, command) : all[0]?.rule;
    const others = all.filter((cell) => cell.rule !== rule);
    return {
      entity: `${kind}:${id}`,
      command,
      ...answerOf(source.system, lifecycle, rule),
      otherwise: others.map((cell) => otherOf(source.system, lifecycle, cell)),
    };
  });
  return { rows, scenario };
}

/** From the shipped answers of a status; undefined if more than a status is known, or nothing is shipped. */
function cellsOfStatus(source: Source, kind: string, known: PartialView): Cell[] | undefined {
  const { system, shipped } = source;
  const [[name = '', value] = [], ...more] = Object.entries(known);
  const entity = shipped?.entities[kind];
  const lifecycle = system.entities[kind] as Lifecycle;
  if (!entity || more.length > 0 || Array.isArray(value) || !Object.hasOwn(lifecycle.phases, name)) return undefined;
  const commands = entity.statuses[name]?.[stateOf(value as string | null)] ?? {};
  const cells = Object.entries(commands).flatMap(([command, answers]) =>
    answers.map(([number, scenario]): Cell => {
      const rule = lifecycle.rules[command]?.[number];
      return { command, rule, when: leftOf(lifecycle, command, rule, known), scenario: entity.scenarios[scenario] };
    }),
  );
  // The data does not have a scenario for every answer of a job. Scenarios of the status's code lead there too.
  const code = lifecycle.phases[name]?.[stateOf(value as string | null)];
  const showing = (shipped?.codes ?? []).filter(([each]) => each === code).map(([, , lines]) => lines);
  giveScenarios(source, kind, known, cells, [[], [OPENING], ...showing]);
  if (cells.every(({ scenario }) => scenario === undefined)) giveScenarios(source, kind, known, cells);
  return cells.length === 0 || cells.some(({ scenario }) => scenario) ? cells : undefined;
}

function cellsOfQuery(source: Source, kind: string, known: PartialView): Cell[] {
  const query = queryOf(source, kind);
  const here = query.known(known);
  if (!here.any) return [];
  const cells: (Cell & { readonly situations: Situations })[] = here
    .allAnswers()
    .map(({ command, rule, when, situations }) => ({ command, rule, when, situations, scenario: undefined }));
  giveScenarios(source, kind, known, cells);
  for (const cell of cells) {
    // In these situations the cell's rule decides, so a scenario to one of them shows the cell.
    if (!cell.scenario) {
      const found = scenarioTo(cell.situations, { command: cell.command, rule: cell.rule });
      if (found) take(source, kind, found, cells);
    }
  }
  return cells;
}

/** Runs scenarios, and gives those at whose end this holds to the cells that they show. Default: all shipped ones. */
function giveScenarios(
  source: Source,
  kind: string,
  known: PartialView,
  cells: readonly Cell[],
  scenarios: readonly (readonly string[])[] = source.shipped?.entities[kind]?.scenarios ?? [],
): void {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const holds = holdsIn(lifecycle, known);
  for (const lines of scenarios) {
    const world = worldBehind(source, lines);
    if (holds(world)) take(source, kind, lines, cells, world);
  }
}

/** Gives the scenario to every cell with the rule that decides at its end, unless the cell has one that is no longer. */
function take(
  source: Source,
  kind: string,
  lines: readonly string[],
  cells: readonly Cell[],
  world = worldBehind(source, lines),
): void {
  const { singleton = '1' } = source.system.entities[kind] as Lifecycle;
  for (const cell of cells) {
    if (cell.scenario && cell.scenario.length <= lines.length) continue;
    if (plainRule(world, kind, singleton, cell.command) === cell.rule) cell.scenario = lines;
  }
}

/** The shortest scenario; among equals, the one with the most usual facts, then the first in alphabetical order. */
function plainest(source: Source, kind: string, cells: readonly Cell[]): readonly string[] | undefined {
  const scenarios = [...new Set(cells.flatMap(({ scenario }) => (scenario ? [scenario] : [])))];
  const shortest = Math.min(...scenarios.map(({ length }) => length));
  const { facts, singleton } = source.system.entities[kind] as Lifecycle;
  return scenarios
    .filter(({ length }) => length === shortest)
    .map((lines) => {
      const world = worldBehind(source, lines);
      const view = viewOf(world, world.peek(kind, singleton ?? '1'));
      const odd = Object.entries(facts).filter(([name, { usual }]) => (valueIn(view, name) ?? usual) !== usual).length;
      return { lines, odd, text: lines.join('\n') };
    })
    .sort((a, b) => a.odd - b.odd || (a.text < b.text ? -1 : 1))[0]?.lines;
}

function plainRows(world: World, kind: string, id: string): CanRow[] {
  const lifecycle = world.system.entities[kind] as Lifecycle;
  return Object.keys(lifecycle.commands).map((command) => ({
    entity: `${kind}:${id}`,
    command,
    ...answerOf(world.system, lifecycle, plainRule(world, kind, id, command)),
    otherwise: [],
  }));
}

function answerOf(system: System, lifecycle: Lifecycle, rule: Rule | undefined): CommandAnswer {
  if (!rule) return { allowed: true };
  const why = { reason: describe(rule.when, lifecycle), mark: rule.mark };
  return isRefusal(rule) ? { allowed: false, error: nameOf(system, rule.code), ...why } : { allowed: true, ...why };
}

function otherOf(system: System, lifecycle: Lifecycle, { rule, when, scenario }: Cell): OtherAnswer {
  const { allowed: _, ...answer } = answerOf(system, lifecycle, rule);
  const condition = typeof when === 'boolean' ? rule?.when : when;
  return {
    ...answer,
    when: condition === undefined ? 'no gate refuses it' : describe(condition, lifecycle),
    ...(scenario ? { scenario } : { unconfirmed: true }),
  };
}
