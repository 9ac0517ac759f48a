import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { simulate } from '../../src/engine/simulate.ts';
import { statements } from '../../src/laws/statements.ts';
import { walk } from '../../src/laws/walk.ts';
import { readScenario, writeScenario } from '../../src/scenario/index.ts';
import { shows } from '../../src/search/result-shows.ts';
import { exportsOf } from '../golden/exports.ts';
import { owed, readGolden, rowName } from '../golden/scenarios.ts';
import { parting } from '../oracle/parting.ts';
import { scenariosOf } from '../oracle/scenarios.ts';
import type { Suite } from '../oracle/suite.ts';
import { suites } from '../oracle/suites.ts';
import { Coverage } from '../random/coverage.ts';
import { explore } from '../space/explicit/explore.ts';
import { readSizes, sizeOf } from '../space/spaces.ts';
import { differencesOf } from '../stepper/agreement.ts';

const SEED = 20_260_101;
/** The quick trial takes one walk in this many; the long one takes them all. */
const FEW = 10;
/** How many situations of a space are explored, and how many are compared in its tables with the engine. */
const SMALL = { quick: 2_000, long: 100_000 };
const TABLED = { quick: 10, long: 100 };

type Length = keyof typeof SMALL;
type Check = (suite: Suite, length: Length) => boolean;

/**
 * The checks that most mutants fail, by name; cheap ones that kill many come first. They are those of the tests in
 * test/laws, test/oracle, test/golden, test/space and test/stepper, without vitest and without shrinking.
 */
const checks: { readonly [name: string]: Check } = {
  'what is read of a system': ({ system }) =>
    exportsOf(system) === readFileSync(new URL(`../golden/${system.name}.exports.txt`, import.meta.url), 'utf8'),

  'the expectations of an acceptance scenario': ({ system }) =>
    texts(system.name).every((text) =>
      [...simulate(readScenario(system, text), system)].every(({ missed }) => !missed),
    ),

  'the scenario of a code': ({ system }) => {
    const golden = readGolden(system);
    return owed(system).every((row) => {
      const scenario = golden[rowName(row)]?.scenario ?? [];
      const results = [...simulate(readScenario(system, scenario.join('\n')), system)];
      const last = scenario.length === 1 ? results : results.slice(-1);
      return last.some((result) => shows(system, row, result));
    });
  },

  'the laws of the data': ({ system }) => Object.values(statements).every((law) => law(system).length === 0),

  'the oracle in an acceptance scenario': (suite) =>
    [...texts(suite.system.name), ...Object.values(suite.corners ?? {})].every(
      (text) => parting(suite, readScenario(suite.system, text), new Coverage(suite.system)) === undefined,
    ),

  'a scenario written and read again': ({ system }) =>
    texts(system.name).every((text) => {
      const lines = writeScenario(readScenario(system, text));
      return isDeepStrictEqual(writeScenario(readScenario(system, lines.join('\n'))), lines);
    }),

  'the size of a space': ({ system }, length) =>
    kindsOf(system.name, SMALL[length]).every((kind) => isSized(system, kind)),

  'the oracle on a walk': (suite, length) =>
    suite.walks.every(({ steps, runs }) => {
      const part = fc.property(steps, (each) => parting(suite, each, new Coverage(suite.system)) === undefined);
      const numRuns = length === 'long' ? runs : Math.ceil(runs / FEW);
      return !fc.check(part, { seed: SEED, numRuns, endOnFailure: true }).failed;
    }),

  'XState on a walk': ({ system }, length) =>
    walk(system, { seed: SEED, walks: length === 'long' ? 12 : 2, steps: 100 }).findings.length === 0,

  'the tables of a space': ({ system }, length) =>
    kindsOf(system.name, TABLED[length]).every((kind) => differencesOf(system, kind).length === 0),
};

const texts = (system: string): string[] => scenariosOf(system).map(([, text]) => text);

const sizes = readSizes();

const kindsOf = (system: string, most: number): string[] =>
  Object.entries(sizes)
    .filter(([name, { situations }]) => name.startsWith(`${system} `) && situations <= most)
    .map(([name]) => name.slice(system.length + 1));

const isSized = (system: Suite['system'], kind: string): boolean =>
  isDeepStrictEqual(sizeOf(explore(system, kind)), sizes[`${system.name} ${kind}`]);

/** The name of the first check that fails, or that throws, for one system or for all. */
export function failing(system: string | undefined, length: Length): string | undefined {
  for (const [name, check] of Object.entries(checks)) {
    for (const suite of suites) {
      if (system !== undefined && suite.system.name !== system) continue;
      if (!passes(() => check(suite, length))) return name;
    }
  }
  return undefined;
}

function passes(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
