import { type Judgement, judgementOf } from '../engine/judgement.ts';
import { specOf } from '../engine/sample-lines.ts';
import { Simulator } from '../engine/simulate.ts';
import { viewOf } from '../engine/view.ts';
import type { World } from '../engine/world.ts';
import { entityAddressOf, type Lifecycle, type Step, type StepResult, type System, type View } from '../model/index.ts';
import { ScenarioReader, writeStep } from '../scenario/index.ts';
import type { MoveLog, TakenMove } from './move-log.ts';

/** One line sent, with its results. An opening is one turn of several steps. */
export interface Turn {
  readonly line: string;
  readonly steps: readonly Step[];
  readonly results: readonly StepResult[];
  /** The transitions that were taken, if the session has a log of them. */
  readonly moves?: readonly TakenMove[];
}

/** What the model would answer to a command in its plain form. */
export interface CommandAnswer extends Omit<Judgement, 'accepted'> {
  readonly allowed: boolean;
}

/** A copy of the world is kept every so many turns, so undo replays at most this many. */
const KEPT_EVERY = 32;

/**
 * A scenario being played: every step is answered at once and can be undone. `openSession` makes one.
 *
 * The turns are the source of truth; the world is derived from them. A copy of the world is kept every 32 turns, and
 * never changed.
 */
export class Session<Sent extends object = object> {
  readonly system: System;
  private readonly text: ScenarioReader;
  private objects: ScenarioReader | undefined;
  private list: Turn[] = [];
  private done = 0;
  private kept: Kept[];
  private simulator: Simulator;
  private readonly log: MoveLog | undefined;

  constructor(system: System, log?: MoveLog) {
    this.system = system;
    this.log = log;
    this.text = new ScenarioReader(system, 'session');
    this.simulator = new Simulator(system);
    log?.watch(this.simulator);
    this.kept = [{ turns: 0, steps: 0, world: this.simulator.world.copy() }];
  }

  /** The turns taken and not undone, in order. */
  get turns(): readonly Turn[] {
    return this.list.slice(0, this.done);
  }

  /** The turns that `redo` would take. */
  get undone(): readonly Turn[] {
    return this.list.slice(this.done);
  }

  /** Virtual time in seconds. */
  get now(): number {
    return this.simulator.world.now;
  }

  /** Seconds until the next timer fires; undefined if none is running. */
  get untilTimer(): number | undefined {
    const [first] = this.simulator.world.clock.running();
    return first && first.due - this.now;
  }

  /**
   * Takes a step, given as an object or a line of scenario text, and drops all undone turns. For an opening it returns
   * the result of the last step; `turns` has them all.
   *
   * @throws ScenarioError if the step cannot be read; the session does not change
   */
  send(step: Sent | string): StepResult {
    const steps = typeof step === 'string' ? this.text.line(step) : this.stepsOf(step);
    if (steps.length === 0) throw new TypeError('send: a step is expected, and the line has none');
    return this.take(steps, typeof step === 'string' ? step : undefined).at(-1) as StepResult;
  }

  /**
   * Takes every step of a scenario, text or NDJSON, and gives all results.
   *
   * @throws ScenarioError if a line cannot be read; no step has been taken then
   */
  play(scenario: string): StepResult[] {
    const reader = new ScenarioReader(this.system, 'scenario');
    const lines = scenario.split('\n').map((line) => ({ line, steps: reader.line(line) }));
    return lines.flatMap(({ line, steps }) => (steps.length > 0 ? this.take(steps, line) : []));
  }

  private stepsOf(step: Sent): readonly Step[] {
    this.objects ??= new ScenarioReader(this.system, 'session');
    return this.objects.line(JSON.stringify(step));
  }

  /** A line that a person typed is kept as it was typed. */
  private take(steps: readonly Step[], typed?: string): readonly StepResult[] {
    const isOpening = steps.length > 1;
    const line = isOpening ? 'given ready' : typed !== undefined ? asTyped(typed, steps) : writeStep(steps[0] as Step);
    const results = steps.map((each) => this.simulator.run(each));
    const turn = { line, steps, results, ...(this.log && { moves: this.log.moves() }) };
    if (this.done < this.list.length) {
      this.list.length = this.done;
      this.kept = this.kept.filter(({ turns }) => turns <= this.done);
    }
    this.list.push(turn);
    this.done += 1;
    if (this.done % KEPT_EVERY === 0) this.keep();
    return turn.results;
  }

  /** What every command of an entity would be answered, by name. */
  ask(entity: string): { readonly [command: string]: CommandAnswer } {
    const { kind } = this.addressOf(entity);
    const commands = Object.keys(this.system.entities[kind]?.commands ?? {});
    return Object.fromEntries(commands.map((command) => [command, this.answer(entity, command)]));
  }

  /** What one command of it would be answered. Armed faults are not asked, because that would use them up. */
  answer(entity: string, command: string): CommandAnswer {
    const { world } = this.simulator;
    const { kind, id } = this.addressOf(entity);
    const params = specOf(this.system.entities[kind] as Lifecycle, command).plain ?? {};
    const { accepted, ...why } = judgementOf(world, { kind, id, type: command, params });
    return { allowed: accepted, ...why };
  }

  /** What a UI sees of an entity. */
  view(entity: string): View {
    const { world } = this.simulator;
    const { kind, id } = this.addressOf(entity);
    return viewOf(world, world.peek(kind, id));
  }

  /** What a UI sees of every entity in the world. */
  views(): View[] {
    return this.simulator.standing();
  }

  /** Undoes the last turn; false if there is none. */
  undo(): boolean {
    if (this.done === 0) return false;
    this.goTo(this.done - 1);
    return true;
  }

  /** Redoes the turn undone last; false if there is none. */
  redo(): boolean {
    if (this.done === this.list.length) return false;
    this.goTo(this.done + 1);
    return true;
  }

  /** An independent session that starts where this one is. */
  fork(): Session<Sent> {
    const twin = new Session<Sent>(this.system, this.log);
    twin.list = this.list.slice();
    twin.kept = this.kept.slice();
    twin.goTo(this.done);
    return twin;
  }

  /**
   * A session at the point after a step, by its number in the results; later turns can be redone. A step in the middle
   * of an opening means the end of the opening.
   *
   * @throws RangeError if there is no such step
   */
  at(step: number): Session<Sent> {
    const counts = this.list.map(({ results }) => results.at(-1)?.step ?? 0);
    const turn = step === 0 ? 0 : counts.findIndex((last) => step <= last) + 1;
    if (!Number.isInteger(step) || step < 0 || (turn === 0 && step > 0)) {
      throw new RangeError(`at: there is no step ${step}; the session has ${counts.at(-1) ?? 0}`);
    }
    const twin = this.fork();
    twin.goTo(turn);
    return twin;
  }

  /** The turns as scenario text. */
  toScenario(): string {
    return this.turns.map(({ line }) => `${line}\n`).join('');
  }

  private goTo(turn: number): void {
    const from = turn === this.done + 1 ? undefined : this.kept.findLast(({ turns }) => turns <= turn);
    let at = this.done;
    if (from !== undefined) {
      this.simulator = new Simulator(this.system, from.world.copy(), from.steps);
      this.log?.watch(this.simulator);
      at = from.turns;
    }
    for (; at < turn; at += 1) {
      for (const step of this.list[at]?.steps ?? []) this.simulator.run(step);
    }
    // A replay takes the same transitions again; the turns have them.
    this.log?.moves();
    this.done = turn;
  }

  private keep(): void {
    const { world, steps } = this.simulator;
    this.kept.push({ turns: this.done, steps, world: world.copy() });
  }

  private addressOf(entity: string): { kind: string; id: string } {
    const address = entityAddressOf(this.system, entity);
    const { kind } = address;
    if (!Object.hasOwn(this.system.entities, kind)) {
      const kinds = Object.keys(this.system.entities).join(', ');
      throw new TypeError(`session: there is no entity ${JSON.stringify(entity)}; ${this.system.name} has ${kinds}`);
    }
    return address;
  }
}

/** The line with its expectations, if it is scenario text. */
const asTyped = (line: string, [step]: readonly Step[]): string =>
  step?.expect === undefined || /^\s*\{/.test(line) ? writeStep(step as Step) : line.trim();

/** The world after so many turns and steps. */
interface Kept {
  readonly turns: number;
  readonly steps: number;
  readonly world: World;
}
