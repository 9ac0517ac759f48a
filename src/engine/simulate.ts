import {
  type Change,
  type CodeName,
  type EventStep,
  type Expectation,
  type Outcome,
  type Step,
  type StepResult,
  type System,
  statusOf,
  type View,
} from '../model/index.ts';
import type { Entity } from './entity.ts';
import type { RawChange } from './reaction.ts';
import { viewOf } from './view.ts';
import { World } from './world.ts';

/** A world and the steps that were taken in it. */
export class Simulator {
  readonly world: World;
  private steps = 0;

  /** Starts in an empty world, or goes on in the one given. */
  constructor(system: System, world: World = new World(system)) {
    this.world = world;
  }

  /** Carries out one step and says what became of it, its expectations checked. */
  run(step: Step): StepResult {
    const { world } = this;
    const at = world.now;
    this.steps += 1;
    world.begin();
    if ('wait' in step) {
      world.settle();
      world.wait(step.wait);
      return this.result(step, at, undefined, 'wait', 'applied', undefined);
    }
    const entity = world.peek(step.kind, step.id);
    const [outcome, error] = this.carryOut(entity, step);
    world.settle();
    return this.result(step, at, entity.key, step.type, outcome, error);
  }

  /** Where every entity that was ever touched stands. */
  standing(): View[] {
    return this.world.entities().map((entity) => viewOf(this.world, entity));
  }

  private carryOut(entity: Entity, step: EventStep): [Outcome, CodeName | undefined] {
    const { world } = this;
    if (entity.lifecycle.reports.has(step.type)) {
      return [world.tell(entity, step.type, step.params) ? 'applied' : 'ignored', undefined];
    }
    const refusal = world.command(entity, step.type, step.params);
    return refusal ? ['rejected', world.nameOf(refusal.code)] : ['accepted', undefined];
  }

  private result(
    step: Step,
    at: number,
    to: string | undefined,
    type: string,
    outcome: Outcome,
    error: CodeName | undefined,
  ): StepResult {
    const number = this.steps;
    const raw = this.world.changes;
    const changes = raw.length === 0 ? NO_CHANGES : raw.map((change) => this.changeOf(change));
    let result: StepResult;
    // Written out: an object that is put together from parts costs more than all else that a step does.
    if (to === undefined) result = { step: number, at, type, outcome, changes };
    else if (error === undefined) result = { step: number, at, to, type, outcome, changes };
    else result = { step: number, at, to, type, outcome, error, changes };
    if (step.expect === undefined) return result;
    const missed = step.expect.filter((expectation) => !this.holds(expectation, result)).map(({ text }) => text);
    return missed.length > 0 ? { ...result, missed } : result;
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

/** Carries out steps one after another: as they are given, or as they come. */
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
