import { describe, expect, it } from 'vitest';
import { egnyte } from '../../machines/egnyte/index.ts';
import { type Step, type System, stateOf } from '../../src/model/index.ts';
import { readScenario, writeScenario } from '../../src/scenario/index.ts';
import { hints } from '../systems/egnyte/hints.ts';
import { disagreement, Product, type Seen, type Side } from './compare.ts';
import { fc } from './fast-check.ts';
import { findNone } from './replay.ts';
import { isEvent } from './steps.ts';
import { blindWalks, walks } from './walks.ts';

const gait = { length: 80, likely: 85 };
const gaits = [
  ['deep', walks(egnyte, hints, gait)],
  ['blind', blindWalks(egnyte, hints, 200)],
] as const;

const sample = (arbitrary: fc.Arbitrary<readonly Step[]>, numRuns = 20, seed = 7): (readonly Step[])[] =>
  fc.sample(arbitrary, { numRuns, seed });

describe.each(gaits)('%s walks', (_, arbitrary) => {
  it('have a text that is read as the same steps', () => {
    for (const steps of sample(arbitrary)) expect(readScenario(egnyte, writeScenario(steps).join('\n'))).toEqual(steps);
  });
  it('are the same for the same seed, and differ for another', () => {
    expect(sample(arbitrary, 3)).toEqual(sample(arbitrary, 3));
    expect(sample(arbitrary, 3)).not.toEqual(sample(arbitrary, 3, 8));
  });
  it('have a step for every command and report', () => {
    const called = new Set(
      sample(arbitrary, 60).flatMap((steps) => steps.filter(isEvent).map(({ kind, type }) => `${kind} ${type}`)),
    );
    const known = Object.values(egnyte.entities).flatMap(({ kind, commands, reports }) =>
      Object.keys({ ...commands, ...reports }).map((event) => `${kind} ${event}`),
    );
    expect(known.filter((event) => !called.has(event))).toEqual([]);
  });
});

it('most steps of deep walks have an effect, and few of blind ones', () => {
  const moving = ([, arbitrary]: (typeof gaits)[number]): number => {
    const changed = sample(arbitrary).map((steps) => {
      const product = new Product(egnyte);
      return steps.filter((step) => product.step(step).changes.length > 0).length;
    });
    return changed.reduce((sum, each) => sum + each, 0) / changed.length;
  };
  expect(moving(gaits[0])).toBeGreaterThan(40);
  expect(moving(gaits[1])).toBeLessThan(20);
});

/** The model with a wrong result. */
class Liar implements Side {
  private readonly truth: Product;
  private readonly lie: (step: Step, seen: Seen) => Seen;

  constructor(system: System, lie: (step: Step, seen: Seen) => Seen) {
    this.truth = new Product(system);
    this.lie = lie;
  }

  step(step: Step): Seen {
    return this.lie(step, this.truth.step(step));
  }

  phases(entity: string): { readonly [phase: string]: string | null } {
    return this.truth.phases(entity);
  }
}

describe('two sides that differ', () => {
  const runs = { seed: 5, runs: 200, file: 'test/random/walks.test.ts', test: 'is cut' };
  const found = (lie: (step: Step, seen: Seen) => Seen): string => {
    try {
      findNone(
        walks(egnyte, hints, gait),
        runs,
        (steps) => disagreement(steps, new Product(egnyte), new Liar(egnyte, lie))?.line,
      );
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
    return 'nothing found';
  };
  const stopped = (step: Step, { outcome }: Seen): boolean =>
    isEvent(step) && step.type === 'scan.stop' && outcome === 'accepted';

  it.each<[what: string, lie: (step: Step, seen: Seen) => Seen]>([
    ['an outcome', (step, seen) => (stopped(step, seen) ? { ...seen, outcome: 'ignored' } : seen)],
    ['a code', (step, seen) => (stopped(step, seen) ? { ...seen, code: 620 } : seen)],
    ['a change', (step, seen) => (stopped(step, seen) ? { ...seen, changes: [] } : seen)],
    [
      'an error',
      (step, seen) =>
        stopped(step, seen) ? { ...seen, changes: seen.changes.map((change) => ({ ...change, error: 1 })) } : seen,
    ],
  ])('in %s: the walk is cut to what it takes', (_, lie) => {
    const lines = found(lie).split('\n');
    const scenario = lines.slice(lines.findIndex((line) => line.startsWith('The scenario, 5 steps')) + 1, -2);
    expect(scenario.map((line) => line.split(' ').slice(0, 2).join(' ').replace(/:\w+/, ''))).toEqual([
      'agent register',
      'job create',
      'job create.started',
      'job create.succeeded',
      'job scan.stop',
    ]);
    expect(lines.at(-1)).toMatch(
      /^Replay: SEED=5 SEED_PATH=[\d:]+ npx vitest run test\/random\/walks.test.ts -t 'is cut'$/,
    );
  });

  it('are found different if only the phases differ', () => {
    const product = new Product(egnyte);
    const forgetful: Side = { step: (step) => product.step(step), phases: () => ({ SCAN: stateOf(null) }) };
    const steps = readScenario(egnyte, 'agent register version=3.20.0');
    expect(disagreement(steps, new Product(egnyte), forgetful)).toMatchObject({ step: 1, theirs: 'agent:1 SCAN:null' });
  });

  it('may list the changes of different phases in any order, but not those of one phase', () => {
    const change = (phase: string, status: string) => ({ entity: 'job:1', phase, status });
    const saying = (...changes: ReturnType<typeof change>[]): Side => ({
      step: () => ({ outcome: 'applied', changes }),
      phases: () => ({}),
    });
    const [a, b, c] = [change('SCAN', 'RUNNING'), change('SCAN', 'PAUSED'), change('SANITIZE', 'QUEUED')];
    const steps = readScenario(egnyte, 'wait 1');
    expect(disagreement(steps, saying(a, b, c), saying(c, a, b))).toBeUndefined();
    expect(disagreement(steps, saying(a, b, c), saying(b, a, c))).toMatchObject({ step: 1, line: 'wait 1' });
  });

  it('an exception of the model is reported with its stack and the walk', () => {
    const broken: System = {
      ...egnyte,
      effects: {
        ...egnyte.effects,
        keepScan: () => {
          throw new Error('out of fingers');
        },
      },
    };
    const counts = (steps: readonly Step[]): undefined => {
      const product = new Product(broken);
      for (const step of steps) product.step(step);
      return undefined;
    };
    expect(() => findNone(walks(broken, hints, gait), runs, counts)).toThrow(/out of fingers[\s\S]*scan.succeeded/);
  });
});
