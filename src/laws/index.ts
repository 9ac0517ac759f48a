import { searchExplanation } from '../answers/search-explanation.ts';
import { codeAndName, type System } from '../model/index.ts';
import { closedSpace } from '../reach/reachability.ts';
import { UnreportedRead } from '../reach/relation.ts';
import { ScenarioReader } from '../scenario/index.ts';
import { statements } from './statements.ts';
import { walk, walked } from './walk.ts';

/** A law, and its violations. */
export interface LawResult {
  readonly law: string;
  /** In words; empty if the law holds. */
  readonly findings: readonly string[];
}

export interface LawOptions {
  /** The seed of the random walks. Default 1. */
  readonly seed?: number;
  /** The number of walks. Default 12. */
  readonly walks?: number;
  /** The number of steps of each walk. Default 150. */
  readonly steps?: number;
}

/**
 * Checks every law for a system, one after another. If the definition is wrong, nothing can run, and it is the only law
 * checked.
 */
export function* lawsOf(system: System, options: LawOptions = {}): Generator<LawResult> {
  for (const [law, findingsIn] of Object.entries(statements)) {
    const findings = findingsIn(system);
    yield { law, findings };
    if (law.startsWith('definition') && findings.length > 0) return;
  }
  const { findings } = walk(system, { seed: 1, walks: 12, steps: 150, ...options });
  for (const [number, law] of Object.entries(walked)) {
    yield { law, findings: findings.filter((each) => String(each.law) === number).map(({ says }) => says) };
  }
  const again = unsteady(system);
  const shown = again.length > 0 ? ['no scenario was looked for: law 6 is broken'] : unshown(system);
  yield { law: '3: every code that is not informational is shown by some scenario', findings: shown };
  yield { law: '6: exploring twice gives the same space', findings: again };
}

function unshown(system: System): string[] {
  const reader = new ScenarioReader(system);
  const owed = system.codes.filter(({ kind }) => kind !== 'informational');
  return owed
    .filter((row) => searchExplanation(system, row, (line) => reader.line(line)).scenario === null)
    .map((row) => `no scenario was found for ${codeAndName(row)}`);
}

const unsteady = (system: System): string[] =>
  Object.keys(system.entities).filter((kind) => {
    try {
      const [first, second] = [1, 2].map(() => closedSpace(system, kind));
      return first?.diagrams.written(first.set).join('\n') !== second?.diagrams.written(second.set).join('\n');
    } catch (error) {
      if (error instanceof UnreportedRead) return true;
      throw error;
    }
  });
