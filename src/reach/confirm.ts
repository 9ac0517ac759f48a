import { specOf } from '../engine/sample-lines.ts';
import { kept, type Lifecycle, type Rule, type Value } from '../model/index.ts';
import { Recipes } from '../search/interleaving-cache.ts';
import { type ScenarioRun, ScenarioRunner } from '../search/run-scenario.ts';
import { OPENING } from '../space/lines.ts';
import { causesOf } from './causes.ts';
import type { Query, Situations } from './query.ts';
import type { Asking } from './real-world.ts';
import type { Route } from './rings.ts';

/** A precondition of a route that the outside world must bring about, with lines that can cause it. */
interface Need {
  readonly kind: string;
  /** A fact, or the event that the environment sends. */
  readonly name: string;
  readonly value: Value;
  readonly lines: readonly string[];
}

/** A scenario that was run in a real world and reached its goal. */
export type ConfirmedScenario = Pick<ScenarioRun, 'lines' | 'world'>;

/** The most ways of writing one route that are tried. */
const MOST_WAYS = 100;

/** The most facts that are changed in one scenario. */
const MOST_NEEDS = 4;

/** How often a line is repeated at most, to reach a limit. */
const MOST_REPEATS = 20;

/** Turns routes into scenarios. For a change of a free fact, it tries lines that may cause it. */
export class ScenarioFinder {
  private readonly query: Query;
  private readonly runner: ScenarioRunner;
  private readonly recipes: Recipes;

  constructor(query: Query) {
    const { system, lifecycle, read } = query;
    this.query = query;
    const known = new Map<string, ReturnType<typeof read>>();
    this.runner = new ScenarioRunner(system, lifecycle.kind, (line) => kept(known, line, () => read(line)));
    this.recipes = new Recipes(this.runner);
  }

  /**
   * The scenario of a route into the goal and, for a command, to the given answer; undefined if none was found.
   * `thorough`: if a change cannot be caused at its place in the route, other places are tried.
   */
  scenario(
    route: Route,
    goal: Situations,
    answer?: { command: string; rule: Rule | undefined },
    thorough = true,
  ): ConfirmedScenario | undefined {
    const lines = this.query.routes.linesOf(route);
    const asked = answer && {
      command: answer.command,
      params: specOf(this.query.lifecycle, answer.command).plain ?? {},
    };
    const holds = ({ world, ruleOf }: ScenarioRun): boolean =>
      goal.has(world, asked) && (answer === undefined || ruleOf(answer.command) === answer.rule);
    const plain = this.runner.after(lines);
    if (holds(plain)) return plain;
    const late = this.query.routes.delayed(route, goal.set);
    for (const way of this.written(late)) {
      const run = this.runner.after(way);
      if (holds(run)) return run;
    }
    if (!thorough) return undefined;
    const needs = this.needsOf(route);
    // A change of a free fact may stand for what the usual opening does.
    const bases = lines[0] === OPENING ? [lines] : [lines, [OPENING, ...lines]];
    for (const base of bases) {
      const found = this.with(base, needs, holds, asked);
      if (found) return found;
    }
    return undefined;
  }

  /** Scenarios with lines that may cause each change in its place: one of them, or the first few. */
  private *written({ moves }: Route): Generator<string[]> {
    const { letters } = this.query.reachable.world;
    const choices = moves.map((move): string[][] => {
      const letter = letters[move];
      if (!letter) return [[OPENING]];
      if (letter.line !== undefined) return [[letter.line]];
      const [own = [], ...others] = withAnother(causesOf(this.query.system, letter), this.query.lifecycle);
      return [...others.flatMap((lines) => lines.map((line) => [line])), ...blocks(own)];
    });
    let ways: string[][] = [[]];
    for (const choice of choices)
      ways = ways.flatMap((way) => choice.map((block) => [...way, ...block])).slice(0, MOST_WAYS);
    yield* ways;
  }

  /** Each changed fact once, with its final value, and the events of the environment. */
  private needsOf({ moves, end }: Route): Need[] {
    const { world } = this.query.reachable;
    const needs = new Map<string, Need>();
    for (const move of moves) {
      const letter = world.letters[move];
      if (!letter || letter.line !== undefined) continue;
      const { facts } = this.query.system.entities[letter.kind] as Query['lifecycle'];
      if (!world.isFactChange(move)) {
        const lines = causesOf(this.query.system, letter);
        needs.set(letter.event, { kind: letter.kind, name: letter.event, value: null, lines });
        continue;
      }
      const region = letter.event.slice(0, letter.event.lastIndexOf(' '));
      const name = region.split(' ')[1] as string;
      const level = world.levelOf(letter.kind, region);
      const state = world.levels[level]?.states[end[level] as number];
      const value = facts[name]?.values.find((each) => String(each) === state) ?? null;
      needs.set(`${letter.kind} ${name}`, { kind: letter.kind, name, value, lines: facts[name]?.changedBy ?? [] });
    }
    return [...needs.values()].slice(0, MOST_NEEDS);
  }

  private with(
    lines: readonly string[],
    needs: readonly Need[],
    holds: (run: ScenarioRun) => boolean,
    asked: Asking | undefined,
  ): ConfirmedScenario | undefined {
    const now = this.runner.after(lines);
    const [need, ...rest] = needs.filter((each) => !this.isSo(each, now, asked));
    if (!need) return holds(now) ? now : undefined;
    const key = [`${need.kind} ${need.name}`, need.value] as const;
    for (const by of withAnother(need.lines, this.query.lifecycle)) {
      const atOnce = this.recipes.with(lines, key, by, holds);
      if (atOnce) return atOnce;
    }
    const isSo = (run: ScenarioRun): boolean => this.isSo(need, run, asked);
    const first =
      this.recipes.with(lines, [`${key[0]} so`, need.value], need.lines, isSo) ?? this.repeated(lines, need, isSo);
    if (first && holds(first)) return first;
    return rest.length > 0 ? this.with(first?.lines ?? lines, rest, holds, asked) : undefined;
  }

  private isSo({ kind, name, value }: Need, { world }: ScenarioRun, asked: Asking | undefined): boolean {
    const lifecycle = this.query.system.entities[kind];
    const fact = lifecycle?.facts[name];
    const own = kind === this.query.lifecycle.kind ? asked : undefined;
    if (!fact || (fact.usesParams && !own)) return false;
    const entity = world.peek(kind, lifecycle?.singleton ?? '1');
    return fact.of(world.ask(entity, own?.command ?? '', own?.params ?? {})) === value;
  }

  /** Repeats a line until the need is met. */
  private repeated(lines: readonly string[], need: Need, isSo: (run: ScenarioRun) => boolean): ScenarioRun | undefined {
    for (const line of need.lines) {
      for (let times = 2; times <= MOST_REPEATS; times += 1) {
        const run = this.runner.after([...lines, ...Array<string>(times).fill(line)]);
        if (isSo(run)) return run;
      }
    }
    return undefined;
  }
}

/** One of the lines, several of them from the first on, or none. */
const blocks = (lines: readonly string[]): string[][] => [
  ...lines.map((line) => [line]),
  ...lines.slice(1).map((_, end) => lines.slice(0, end + 2)),
  [],
];

/** The lines as they are, and with the entity and another of its kind exchanged: another entity may be the cause. */
export function withAnother(lines: readonly string[], { kind, singleton }: Lifecycle): (readonly string[])[] {
  if (singleton !== undefined) return [lines];
  const swapped = lines.map((line) => {
    if (line.startsWith(`${kind} `)) return line.replace(kind, `${kind}:2`);
    return line.startsWith(`${kind}:`) ? line.replace(/:\S+/, '') : line;
  });
  return swapped.join() === lines.join() ? [lines] : [lines, swapped];
}
