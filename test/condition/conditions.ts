import fc from 'fast-check';
import type { Condition, Params, Pattern, System, Value } from '../../src/model/index.ts';

/** The names in a random condition, with their values: two regions, two facts, a parameter. */
export const domain: { readonly [name: string]: readonly Value[] } = {
  PHASE: [null, 'RUNNING', 'PAUSED'],
  OTHER: [null, 'DONE'],
  flag: [false, true],
  level: [0, 1, 2],
  $mode: [null, 'quick', '7'],
};

/** A value for every name. */
export type Values = { readonly [name: string]: Value };

export const values: fc.Arbitrary<Values> = fc.record(
  Object.fromEntries(Object.entries(domain).map(([name, all]) => [name, fc.constantFrom(...all)])),
);

/** The values that each name may still have. */
export const partlyKnown: fc.Arbitrary<{ readonly [name: string]: readonly Value[] }> = fc.record(
  Object.fromEntries(Object.entries(domain).map(([name, all]) => [name, fc.subarray([...all], { minLength: 1 })])),
);

const pattern = fc.record(
  Object.fromEntries(
    Object.entries(domain).map(([name, all]) => {
      // A number in a condition is the parameter's text.
      const wanted = fc.subarray(name === '$mode' ? [null, 'quick', 7] : [...all]);
      const one = fc.constantFrom(...(name === '$mode' ? [null, 'quick', 7] : all));
      return [name, fc.oneof(one, wanted, fc.record({ not: fc.oneof(one, wanted) }))];
    }),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Pattern>;

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition; parts: Condition[] }>((tie) => ({
  parts: fc.array(tie('condition'), { maxLength: 3 }),
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    pattern,
    fc.record({ any: tie('parts') }),
    fc.record({ all: tie('parts') }),
    fc.record({ none: tie('parts') }),
  ),
})).condition;

/** A failure prints how to replay it: `SEED` and a path. */
export const SEED = 20261129;

/** The facts of the system under test. */
export const world: { values: Values } = { values: {} };

/** A system whose one command is refused by gates with these conditions, and whose one report waits for the first. */
export function systemWith(conditions: readonly Condition[], plain: Params = {}): System {
  const fact = (name: string) => ({
    values: domain[name] as readonly Value[],
    usual: domain[name]?.[0] as Value,
    of: () => world.values[name] as Value,
    says: {},
  });
  const idle = (event: string, guard?: Condition) => ({
    initial: 'IDLE',
    states: { IDLE: { on: { [event]: { target: 'MOVED', ...(guard ? { guard } : {}) } } }, MOVED: {} },
  });
  return {
    name: 'made-up',
    title: 'Made up',
    marks: { I: 'made up' },
    codes: conditions.map((_, index) => ({
      code: index,
      name: `CODE_${index}`,
      category: 'made up',
      kind: 'state-rejection',
      mark: 'I',
      meaning: '',
    })),
    entities: {
      thing: {
        kind: 'thing',
        chart: {
          id: 'made-up-thing',
          states: {
            PHASE: { initial: 'null', states: { null: {}, RUNNING: {}, PAUSED: {} } },
            OTHER: { initial: 'null', states: { null: {}, DONE: {} } },
            commanded: idle('go'),
            reported: idle('report', conditions[0]),
          },
        },
        phases: { PHASE: { RUNNING: 10, PAUSED: 11 }, OTHER: { DONE: 12 } },
        commands: { go: { says: 'goes', plain, params: { mode: { is: { text: true } } } } },
        reports: { report: { says: 'reports', params: { mode: { is: { text: true } } } } },
        rules: { go: conditions.map((when, code) => ({ gate: `go ${code + 1}`, when, code, mark: 'I' })) },
        is: {},
        facts: { flag: fact('flag'), level: fact('level') },
        words: {},
      },
    },
    unknownEvent: 99,
    ready: [],
    effects: {},
    delays: {},
    links: [],
    data: {},
    searchHints: [],
  };
}

/** The parameters of an event with these values. */
export const paramsOf = ({ $mode }: Values): { readonly mode?: string } =>
  typeof $mode === 'string' ? { mode: $mode } : {};
