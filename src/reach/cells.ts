import { plainRule } from '../engine/judge.ts';
import type { World } from '../engine/world.ts';
import { isPhase } from '../model/index.ts';
import type { ConfirmedScenario } from './confirm.ts';
import type { Query, ReachedAnswer } from './query.ts';

/** A status, a command, and one of the command's answers in that status. */
export interface AnswerCell {
  readonly command: string;
  /** The index of the rule; -1 if none decides. */
  readonly rule: number;
  readonly level: number;
  readonly state: number;
  /** The index of its scenario; -1 if it has none yet. */
  scenario: number;
  lines: number;
}

/** Every cell of an entity, and the scenarios that show them. */
export class Cells {
  readonly all: readonly AnswerCell[];
  readonly scenarios: ConfirmedScenario[] = [];
  /** The levels of the entity's phases. */
  readonly phases: readonly number[];
  private readonly query: Query;
  private readonly numbers = new Map<number, AnswerCell>();

  constructor(query: Query) {
    this.query = query;
    const { levels } = query.reachable.world;
    this.phases = levels.flatMap(({ member, name }, level) => (member === 0 && isPhase(name) ? [level] : []));
    this.all = query.all.allAnswers().flatMap((answer) => this.of(answer));
    for (const cell of this.all) {
      const { command, rule, level, state } = cell;
      this.numbers.set(numberOf(query.commandNames.indexOf(command), rule, level, state), cell);
    }
  }

  /** The number of cells without a scenario. */
  get left(): number {
    return this.all.filter(({ scenario }) => scenario < 0).length;
  }

  get(command: string, rule: number, level: number, state: number): AnswerCell | undefined {
    return this.numbers.get(numberOf(this.query.commandNames.indexOf(command), rule, level, state));
  }

  /** The cells that a world shows: in it, each phase has one status and each command one answer. */
  *shownIn(world: World): Generator<AnswerCell> {
    const { commandNames, reachable } = this.query;
    const entity = this.query.entityIn(world);
    const { levels } = reachable.world;
    const states = this.phases.map((level) => {
      const { name, states: all } = levels[level] as (typeof levels)[number];
      return all.indexOf(entity.state(name));
    });
    for (const [place, command] of commandNames.entries()) {
      const number = this.query.numberOf(command, plainRule(world, entity.kind, entity.id, command));
      for (const [index, level] of this.phases.entries()) {
        const cell = this.numbers.get(numberOf(place, number, level, states[index] as number));
        if (cell) yield cell;
      }
    }
  }

  /** Whether the world shows a cell that has no scenario. */
  hasEmpty(world: World): boolean {
    for (const { scenario } of this.shownIn(world)) if (scenario < 0) return true;
    return false;
  }

  /** Assigns a scenario to the cells that it shows and that have none or a longer one. False if there is no such cell. */
  keep(found: ConfirmedScenario, onlyToEmpty = false): boolean {
    const length = found.lines.length;
    let used = false;
    for (const cell of this.shownIn(found.world)) {
      if (cell.lines <= (onlyToEmpty ? Number.MAX_SAFE_INTEGER : length)) continue;
      cell.scenario = this.scenarios.length;
      cell.lines = length;
      used = true;
    }
    if (used) this.scenarios.push(found);
    return used;
  }

  /** A cell for each status in which the answer occurs. */
  private of({ command, rule, situations }: ReachedAnswer): AnswerCell[] {
    const { diagrams } = this.query.reachable;
    const number = this.query.numberOf(command, rule);
    return this.phases.flatMap((level) =>
      diagrams.statesAt(situations.set, level).map((state) => {
        return { command, rule: number, level, state, scenario: -1, lines: Number.POSITIVE_INFINITY };
      }),
    );
  }
}

/** A cell is found by one number, made of bounded parts. A level has at most 32 states. */
const MOST_RULES = 1 << 12;
const MOST_LEVELS = 1 << 12;

const numberOf = (command: number, rule: number, level: number, state: number): number =>
  ((command * MOST_RULES + rule + 1) * MOST_LEVELS + level) * 32 + state;
