import {
  type Change,
  type EventStep,
  type Expectation,
  type Step,
  type StepResult,
  type System,
  statusOf,
  type View,
} from '../model/index.ts';
import type { Entity } from './entity.ts';
import type { RawChange } from './react.ts';
import { StepRecord } from './step-record.ts';
import { told } from './told.ts';
import { viewOf } from './view.ts';
import { World } from './world.ts';

/** Runs steps in a world. */
export class Simulator {
  readonly world: World;
  private readonly last = new StepRecord();

  /** Starts with an empty world, or continues in the given one, in which `steps` steps were taken. */
  constructor(system: System, world: World = new World(system), steps = 0) {
    this.world = world;
    this.last.step = steps;
  }

  /** The number of steps taken. */
  get steps(): number {
    return this.last.step;
  }

  /** Runs a step, checks its expectations, and returns its result. */
  run(step: Step): StepResult {
    return this.result(this.take(step));
  }

  /** Runs a step. The record is valid until the next step; call `result` to keep it. */
  take(step: Step): StepRecord {
    const { world, last } = this;
    last.step += 1;
    last.at = world.now;
    last.line = undefined;
    last.taken = step;
    last.error = undefined;
    last.rule = undefined;
    last.missed = undefined;
    world.begin();
    if ('wait' in step) {
      last.entity = undefined;
      last.type = 'wait';
      last.outcome = 'applied';
      world.settle();
      world.wait(step.wait);
    } else {
      const entity = world.peek(step.kind, step.id);
      last.entity = entity;
      last.type = step.type;
      this.carryOut(entity, step);
      world.settle();
    }
    last.changes = world.changes;
    if (step.expect !== undefined) last.missed = this.missedOf(step.expect);
    return last;
  }

  /**
   * The result of the last step, with sentences for people. Call it before the next step: the reason why a report was
   * ignored is read from the world, which the ignored step has not changed.
   */
  result(record: StepRecord): StepResult {
    const { line, missed } = record;
    const result: { -readonly [key in keyof StepResult]: StepResult[key] } = this.outcomeOf(record);
    if (line !== undefined) result.line = line;
    Object.assign(result, told(record, this.world));
    if (missed !== undefined) result.missed = missed;
    return result;
  }

  /** Runs a step and returns only its outcome, codes and statuses, for callers that run very many. */
  runBriefly(step: Step): StepResult {
    return this.outcomeOf(this.take(step));
  }

  private outcomeOf({ step, at, entity, type, outcome, error, changes: raw }: StepRecord): StepResult {
    const changes = raw.length === 0 ? NO_CHANGES : raw.map((change) => this.changeOf(change));
    // Written out, because building the object from parts would cost more than the rest of the step.
    if (entity === undefined) return { step, at, type, outcome, changes };
    const to = entity.key;
    return error === undefined
      ? { step, at, to, type, outcome, changes }
      : { step, at, to, type, outcome, error, changes };
  }

  /** The view of every entity in the world. */
  standing(): View[] {
    return this.world.entities().map((entity) => viewOf(this.world, entity));
  }

  private carryOut(entity: Entity, { type, params }: EventStep): void {
    const { world, last } = this;
    if (entity.lifecycle.reports.has(type)) {
      last.outcome = world.tell(entity, type, params) ? 'applied' : 'ignored';
      return;
    }
    const refusal = world.command(entity, type, params);
    last.outcome = refusal === undefined ? 'accepted' : 'rejected';
    if (refusal === undefined) return;
    last.error = world.nameOf(refusal.code);
    if ('when' in refusal) last.rule = refusal;
  }

  private missedOf(expected: readonly Expectation[]): readonly string[] | undefined {
    const result = this.outcomeOf(this.last);
    const missed = expected.filter((expectation) => !this.holds(expectation, result)).map(({ text }) => text);
    return missed.length > 0 ? missed : undefined;
  }

  private changeOf({ entity, region, state, error }: RawChange): Change {
    const { name, statuses, codes } = entity.lifecycle.regions[region] as (typeof entity.lifecycle.regions)[number];
    const change: Change = {
      entity: entity.key,
      phase: name,
      status: statuses[state] ?? null,
      code: codes[state] ?? null,
    };
    return error === undefined ? change : { ...change, error: this.world.nameOf(error) };
  }

  private holds(expectation: Expectation, result: StepResult): boolean {
    if ('outcome' in expectation) return result.outcome === expectation.outcome;
    if ('code' in expectation) {
      const errors = [result.error, ...result.changes.map(({ error }) => error)];
      return errors.some(
        (error) => error && (String(error.code) === expectation.code || error.name === expectation.code),
      );
    }
    const [kind = '', ...id] = (expectation.entity ?? result.to ?? '').split(':');
    return statusOf(this.world.peek(kind, id.join(':') || '1').state(expectation.phase)) === expectation.status;
  }
}

const NO_CHANGES: readonly Change[] = Object.freeze([]);

/** Runs steps one after another, from an array or as they arrive. */
export function simulate(steps: Iterable<Step>, system: System): Generator<StepResult>;
export function simulate(steps: AsyncIterable<Step>, system: System): AsyncGenerator<StepResult>;
export function simulate(
  steps: Iterable<Step> | AsyncIterable<Step>,
  system: System,
): Generator<StepResult> | AsyncGenerator<StepResult> {
  return Symbol.asyncIterator in steps ? asTheyCome(steps, system) : asGiven(steps, system);
}

function* asGiven(steps: Iterable<Step>, system: System): Generator<StepResult> {
  const simulator = new Simulator(system);
  for (const step of steps) yield simulator.run(step);
}

async function* asTheyCome(steps: AsyncIterable<Step>, system: System): AsyncGenerator<StepResult> {
  const simulator = new Simulator(system);
  for await (const step of steps) yield simulator.run(step);
}
