import type { Lifecycle } from '../model/index.ts';
import { type AnswerCell, Cells } from './cells.ts';
import { ScenarioFinder } from './confirm.ts';
import { continueScenarios } from './continue.ts';
import { EMPTY } from './diagram/nodes.ts';
import { joinScenarios } from './join.ts';
import { notCovered } from './not-covered.ts';
import type { Query } from './query.ts';
import { levelTexts } from './reachability.ts';
import type { Route } from './rings.ts';
import type { Commands, EntityAnswers, ShippedAnswer } from './shipped.ts';

/** The most routes tried for one cell. A route may fail: facts depend on statuses in ways that the space does not model. */
const MOST_TRIES = 3;

/** From this number of situations on there are so many cells that each gets only the quick search. */
const LARGE = 10n ** 12n;

/** The most routes tried for one entity. For the remaining cells, `scenarioTo` searches on demand. */
const MOST_CONFIRMED = 1_500;
/** The same in a large space: enough for every gate with a route, and for the nearest cells. */
const FEW_CONFIRMED = 2_400;
/** The most continuations tried in real worlds, in a small space and in a large one. */
const MOST_CONTINUED = 60_000;
const LARGE_CONTINUED = 400_000;

/** Computes the data that is shipped for an entity. */
export class AnswersOf {
  private readonly query: Query;
  private readonly finder: ScenarioFinder;
  private readonly cells: Cells;
  /** The number of routes tried for each cell. */
  private readonly tries = new Map<AnswerCell, number>();
  private readonly failed = new Set<string>();
  private confirmed = 0;
  private readonly most: number;
  private readonly small: boolean;
  /** Called with the number of cells that have no scenario yet. */
  private readonly progress: (left: number) => void;

  constructor(query: Query, progress: (left: number) => void = () => {}) {
    this.query = query;
    this.progress = progress;
    this.small = query.all.count < LARGE;
    this.most = this.small ? MOST_CONFIRMED : FEW_CONFIRMED;
    this.finder = new ScenarioFinder(query);
    this.cells = new Cells(query);
  }

  run(): EntityAnswers {
    this.findForStatuses();
    this.findForGates();
    this.findScenarios();
    const most = this.small ? MOST_CONTINUED : LARGE_CONTINUED;
    continueScenarios(this.query, this.cells.scenarios, (found) => this.cells.keep(found, true), most);
    this.tellProgress();
    joinScenarios(this.query, this.cells);
    const { reachable, lifecycle, all } = this.query;
    return {
      situations: String(all.count),
      notCovered: notCovered(this.query),
      outside: reachable.outside,
      levels: levelTexts(reachable.world),
      set: reachable.diagrams.written(reachable.set),
      scenarios: this.cells.scenarios.map(({ lines }) => lines),
      statuses: this.statuses(),
      gates: this.gates(),
      never: this.never(lifecycle),
      arrows: this.arrows(),
    };
  }

  /** A shortest route to each status. */
  private findForStatuses(): void {
    const { query } = this;
    const { world, diagrams, set } = query.reachable;
    for (const level of this.cells.phases) {
      for (const state of (world.levels[level] as (typeof world.levels)[number]).states.keys()) {
        const part = diagrams.restrict(set, level, 1 << state);
        const route = query.routes.to(part);
        const found = route && this.finder.scenario(route, query.within(part));
        if (found) this.cells.keep(found);
      }
    }
  }

  /** A shortest route to each answer of each command. */
  private findForGates(): void {
    const { query } = this;
    for (const command of query.commandNames) {
      for (const { rule, situations } of query.all.answers(command)) {
        const number = query.numberOf(command, rule);
        const cell = this.cells.all.find((each) => each.command === command && each.rule === number);
        const route = query.routes.to(situations.set);
        if (cell && route) this.confirm(cell, route, situations.set, true);
      }
      this.tellProgress();
    }
  }

  /** Ring by ring, so that the first route to a cell is a shortest one; then the cells beyond the rings. */
  private findScenarios(): void {
    const { routes, reachable } = this.query;
    const { diagrams } = reachable;
    for (const [distance, ring] of routes.rings.entries()) {
      for (const command of this.query.commandNames) {
        for (const { rule, situations } of this.query.within(ring).answers(command)) {
          const number = this.query.numberOf(command, rule);
          for (const level of this.cells.phases) {
            for (const state of diagrams.statesAt(situations.set, level)) {
              const cell = this.cells.get(command, number, level, state);
              if (!cell || cell.lines <= distance) continue;
              const tries = this.tries.get(cell) ?? 0;
              if (tries >= (cell.scenario < 0 ? MOST_TRIES : 1)) continue;
              if (this.confirmed >= this.most) return;
              this.tries.set(cell, tries + 1);
              const part = diagrams.restrict(situations.set, level, 1 << state);
              this.confirm(cell, routes.routeIn(distance, part), part);
            }
          }
        }
      }
      this.tellProgress();
    }
    for (const cell of this.cells.all) {
      if (cell.scenario >= 0 || this.tries.has(cell) || this.confirmed >= this.most) continue;
      const part = this.situationsOf(cell);
      const route = routes.to(part);
      if (route) this.confirm(cell, route, part);
    }
  }

  private situationsOf({ command, rule, level, state }: AnswerCell): number {
    const found = this.query.all
      .answers(command)
      .find((answer) => answer.rule === (this.query.lifecycle.rules[command] ?? [])[rule]);
    return found ? this.query.reachable.diagrams.restrict(found.situations.set, level, 1 << state) : EMPTY;
  }

  private confirm(cell: AnswerCell, route: Route, part: number, thorough = this.small): void {
    const { query } = this;
    const rule = (query.lifecycle.rules[cell.command] ?? [])[cell.rule];
    if (this.confirmed >= this.most) return;
    this.confirmed += 1;
    // A route that fails for one cell of an answer fails for all of them.
    const way = `${cell.command} ${cell.rule} ${route.moves.join()}`;
    if (this.failed.has(way)) return;
    const found = this.finder.scenario(route, query.within(part), { command: cell.command, rule }, thorough);
    if (found) this.cells.keep(found);
    else this.failed.add(way);
  }

  private tellProgress(): void {
    this.progress(this.cells.left);
  }

  private statuses(): EntityAnswers['statuses'] {
    const { levels } = this.query.reachable.world;
    const phases: { [phase: string]: { [status: string]: { [command: string]: ShippedAnswer[] } } } = {};
    for (const { level, state, command, rule, scenario } of this.inOrder()) {
      const { name, states } = levels[level] as (typeof levels)[number];
      const status = states[state] as string;
      const commands = phases[name]?.[status] ?? {};
      phases[name] = { ...phases[name], [status]: commands };
      commands[command] = [...(commands[command] ?? []), [rule, scenario]];
    }
    return phases;
  }

  /** By level, state and command, then by gate; accepted comes last. */
  private inOrder(): AnswerCell[] {
    const commands = this.query.commandNames;
    const place = (rule: number): number => (rule < 0 ? Number.MAX_SAFE_INTEGER : rule);
    return this.cells.all.toSorted(
      (a, b) =>
        a.level - b.level ||
        a.state - b.state ||
        commands.indexOf(a.command) - commands.indexOf(b.command) ||
        place(a.rule) - place(b.rule),
    );
  }

  private gates(): Commands {
    const gates: { [command: string]: Map<number, AnswerCell> } = {};
    for (const cell of this.inOrder()) {
      gates[cell.command] ??= new Map();
      const known = gates[cell.command] as Map<number, AnswerCell>;
      const other = known.get(cell.rule);
      if (!other || cell.lines < other.lines) known.set(cell.rule, cell);
    }
    return Object.fromEntries(
      Object.entries(gates).map(([command, cells]) => [
        command,
        [...cells.values()].map(({ rule, scenario }): ShippedAnswer => [rule, scenario]),
      ]),
    );
  }

  private never({ rules }: Lifecycle): string[] {
    const deciding = new Set(this.cells.all.map(({ command, rule }) => `${command} ${rule}`));
    return Object.entries(rules)
      .flatMap(([command, list]) => list.map((_, index) => `${command} ${index}`))
      .filter((gate) => !deciding.has(gate));
  }

  /** Every change of a phase in some reached situation. */
  private arrows(): EntityAnswers['arrows'] {
    const { transitions, world, diagrams, set } = this.query.reachable;
    const arrows = new Map<string, readonly [string, string, string, string]>();
    for (const [letter, { kind, event }] of world.letters.entries()) {
      if (kind !== this.query.lifecycle.kind) continue;
      for (const [{ sets, result }, part] of transitions.relation.leavesOf(letter, set)) {
        if (!result.taken) continue;
        for (const level of this.cells.phases) {
          const to = sets[level] as number;
          if (to < 0) continue;
          const { name, states } = world.levels[level] as (typeof world.levels)[number];
          for (const from of diagrams.statesAt(part, level)) {
            if (from === to) continue;
            const arrow = [name, states[from] as string, event, states[to] as string] as const;
            arrows.set(arrow.join(' '), arrow);
          }
        }
      }
    }
    return [...arrows.values()];
  }
}
