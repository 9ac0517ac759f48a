import fc from 'fast-check';
import type { Step, System } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { type Cut, cuts } from './cuts.ts';
import type { Hints } from './hints.ts';
import { type Happenings, happeningsOf } from './steps.ts';
import { Walker } from './walker.ts';

/** How a walk is made. */
export interface Gait {
  /** Steps, without the opening and the commands that are sent to be refused. */
  readonly length: number;
  /** The percentage of steps chosen because they would have an effect; the others are blind. */
  readonly likely: number;
  /** The percentage of steps after which commands are sent that would be refused. Default: 100. */
  readonly surveys?: number;
}

/**
 * Random scenarios of a system, after one of its openings. Most steps are chosen from those that would have an effect
 * in the present situation, so that a walk goes deep. Nearly every step of a blind walk is refused.
 */
export const walks = (system: System, hints: Hints, gait: Gait): fc.Arbitrary<readonly Step[]> =>
  new Walks(system, hints, gait);

/** Steps chosen without regard to the situation. */
export const blindWalks = (system: System, hints: Hints, length: number): fc.Arbitrary<readonly Step[]> =>
  new Walks(system, hints, { length, likely: 0, surveys: 0 });

class Walks extends fc.Arbitrary<readonly Step[]> {
  private readonly system: System;
  private readonly hints: Hints;
  private readonly gait: Gait;
  private readonly happenings: Happenings;
  private readonly openings: readonly (readonly Step[])[];

  constructor(system: System, hints: Hints, gait: Gait) {
    super();
    this.system = system;
    this.hints = hints;
    this.gait = gait;
    this.happenings = happeningsOf(system, hints);
    this.openings = (hints.openings ?? ['', 'given ready']).map((text) => readScenario(system, text));
  }

  override generate(random: fc.Random): fc.Value<readonly Step[]> {
    const { length, likely, surveys = 100 } = this.gait;
    const walker = new Walker(this.system, this.hints, this.happenings, random);
    try {
      for (const step of walker.one(this.openings)) walker.take(step);
      for (let count = 0; count < length; count += 1) {
        walker.take(walker.chance(likely) ? walker.likely() : walker.blind());
        if (walker.chance(surveys)) for (const step of walker.survey()) walker.take(step);
      }
    } catch {
      // The walk ends where the model threw. Replayed, its last step throws again, and is shown.
    }
    return new fc.Value(walker.steps, undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is readonly Step[] {
    return Array.isArray(value);
  }

  override shrink(steps: readonly Step[], context: unknown): fc.Stream<fc.Value<readonly Step[]>> {
    return fc.stream(cuts(this.system, steps, context as Cut | undefined));
  }
}
