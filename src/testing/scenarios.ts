import * as fc from 'fast-check';
import { judge } from '../engine/judge.ts';
import { alphabetOf } from '../engine/sample-lines.ts';
import { Simulator } from '../engine/simulate.ts';
import type { World } from '../engine/world.ts';
import type { Step, StepOf, System } from '../model/index.ts';
import { ScenarioReader } from '../scenario/index.ts';
import { type SystemLike, type SystemOf, systemOf } from '../systems.ts';

export interface ScenarioOptions {
  /** The most steps, not counting the opening. Default 30. */
  readonly maxLength?: number;
  /** Whether scenarios begin with `given ready`. Default: three out of four do. */
  readonly ready?: boolean;
  /** The percentage of steps chosen because they have an effect; the others are arbitrary. Default 90. */
  readonly likely?: number;
  /** Only events for these kinds of entities, and waits. Default: all. */
  readonly entities?: readonly string[];
}

/**
 * Random scenarios of a system, ready for `simulate()`: commands, reports, faults and waits that its data suggests,
 * most of them with an effect where the scenario has led. Failing scenarios shrink by dropping steps.
 *
 * @throws RangeError if there are no events to choose from
 * @example `fc.assert(fc.property(scenarios('egnyte'), (steps) => { for (const step of simulate(steps)) … }))`
 */
export function scenarios<S extends SystemLike>(
  system: S,
  options: ScenarioOptions = {},
): fc.Arbitrary<StepOf<SystemOf<S>>[]> {
  return new Scenarios(systemOf(system), options) as unknown as fc.Arbitrary<StepOf<SystemOf<S>>[]>;
}

/** A step as an object, and in the engine's form. */
interface Line {
  readonly written: object;
  readonly step: Step;
}

/** Keys of a step that are not parameters. */
const OWN_KEYS = ['to', 'type', 'expect', 'wait', 'given'];

class Scenarios extends fc.Arbitrary<object[]> {
  private readonly system: System;
  private readonly lines: readonly Line[];
  private readonly opening: readonly Step[];
  private readonly length: fc.Arbitrary<number>;
  private readonly likely: number;
  private readonly ready: boolean | undefined;

  constructor(system: System, { maxLength = 30, likely = 90, ready, entities }: ScenarioOptions) {
    super();
    const reader = new ScenarioReader(system);
    this.system = system;
    this.lines = alphabetOf(system)
      .flatMap((line) => reader.line(line))
      .filter((step) => isWritable(step) && ('wait' in step || (entities?.includes(step.kind) ?? true)))
      .map((step) => ({ step, written: written(step) }));
    if (this.lines.every(({ step }) => 'wait' in step)) {
      throw new RangeError(`${system.name} has no events for ${entities?.join(', ') || 'any entity'}`);
    }
    this.opening = reader.line('given ready');
    this.length = fc.nat(maxLength);
    this.likely = likely;
    this.ready = ready;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<object[]> {
    const simulator = new Simulator(this.system);
    const ready = this.ready ?? random.nextInt(0, 3) > 0;
    if (ready) for (const step of this.opening) simulator.runBriefly(step);
    const steps: object[] = ready ? [{ given: 'ready' }] : [];
    const { value: length } = this.length.generate(random, bias);
    for (let count = 0; count < length; count += 1) {
      const line = this.choose(simulator, random);
      simulator.runBriefly(line.step);
      steps.push(line.written);
    }
    return new fc.Value(steps, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is object[] {
    return Array.isArray(value);
  }

  /**
   * Drops runs of steps: all, half, a quarter, down to single steps. Runs overlap by half, because two neighbours may have
   * to be dropped together. The opening is dropped last.
   */
  override shrink(steps: object[]): fc.Stream<fc.Value<object[]>> {
    return fc.stream(shorter(steps)).map((value) => new fc.Value(value, undefined));
  }

  /** Takes the first drawn line that would have an effect; otherwise the last. */
  private choose({ world }: Simulator, random: fc.Random): Line {
    const any = random.nextInt(0, 99) >= this.likely;
    let line = this.one(random);
    for (let tries = 0; !any && tries < MOST_TRIES && !doesSomething(world, line.step); tries += 1) {
      line = this.one(random);
    }
    return line;
  }

  private one(random: fc.Random): Line {
    return this.lines[random.nextInt(0, this.lines.length - 1)] as Line;
  }
}

const MOST_TRIES = 24;

/** A command is accepted, a report applies, or a wait fires a timer. */
function doesSomething(world: World, step: Step): boolean {
  if ('wait' in step) return world.clock.running().some(({ due }) => due <= world.now + step.wait);
  const entity = world.peek(step.kind, step.id);
  if (entity.lifecycle.commands.has(step.type)) return judge(world, step).accepted;
  return world.reacts(entity, step.type, step.params);
}

function* shorter(steps: readonly object[]): Generator<object[]> {
  const first = steps[0] !== undefined && 'given' in steps[0] ? 1 : 0;
  for (let size = steps.length - first; size >= 1; size >>= 1) {
    const apart = (size + 1) >> 1;
    for (let at = first; at < steps.length; at += apart) yield [...steps.slice(0, at), ...steps.slice(at + size)];
  }
  if (first === 1) yield steps.slice(1);
}

const isWritable = (step: Step): boolean =>
  'wait' in step || !Object.keys(step.params).some((key) => OWN_KEYS.includes(key));

const written = (step: Step): object =>
  'wait' in step
    ? { wait: step.wait }
    : { to: step.id === '1' ? step.kind : `${step.kind}:${step.id}`, type: step.type, ...step.params };
