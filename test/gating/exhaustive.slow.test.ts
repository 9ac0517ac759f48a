import { describe, expect, test } from 'vitest';
import { systems } from '../../machines/index.ts';
import { isRefusal, type System } from '../../src/model/index.ts';
import { fc } from '../random/fast-check.ts';
import { sound } from '../toys/toys.ts';
import { naive, symbolic } from './naive.ts';
import { predicates } from './predicates.ts';

const { dovecot, dropsuite, wildduck } = systems as { readonly [name: string]: System };

/** The view of these entities shows all that gates read, so plain search and the check visit the same situations. */
const small: readonly (readonly [name: string, system: System | undefined, kind: string, runs: number])[] = [
  ['a lamp', sound, 'lamp', 30],
  ['a Dovecot account', dovecot, 'account', 3],
  ['a Dovecot manager', dovecot, 'manager', 15],
  ['a Dropsuite backup', dropsuite, 'backup', 15],
  ['a Dropsuite restore', dropsuite, 'restore', 15],
  ['a WildDuck filter', wildduck, 'filter', 15],
];

describe('decision trees and diagrams count as many mismatches as asking in every situation', () => {
  test.each(small)('%s', { timeout: 120_000 }, async (_name, system, kind, runs) => {
    if (!system) throw new Error('no such system');
    const { chart, facts, rules } = system.entities[kind] as System['entities'][string];
    const names = [
      ...Object.keys(chart.states).filter((name) => /^[A-Z]/.test(name)),
      ...Object.keys(facts).filter((name) => facts[name]?.shown ?? !facts[name]?.usesParams),
    ];
    const codes = Object.values(rules).flatMap((list) => list.filter(isRefusal).map(({ code }) => code));
    const answers = [true, false, { enabled: false, code: codes[0] ?? 1 }, { enabled: false, code: codes.at(-1) ?? 1 }];
    await fc.assert(
      fc.asyncProperty(predicates(names, answers), async (predicate) => {
        expect(await symbolic(system, kind, predicate)).toEqual(await naive(system, kind, predicate));
      }),
      { numRuns: runs },
    );
  });
});
