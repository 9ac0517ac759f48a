import { kept, type Value } from '../model/index.ts';
import { OPENING } from '../space/lines.ts';
import { interleavings } from './interleavings.ts';
import type { ScenarioRun, ScenarioRunner } from './run-scenario.ts';

/** How a scenario was changed to give a fact another value. */
interface Recipe {
  /** Lines that replace others. */
  readonly instead: ReadonlyMap<string, string>;
  readonly block: readonly string[];
  /** The position of the inserted lines: counted from the beginning or, if negative, from the end. */
  readonly at: number;
  /** Lines appended at the end. */
  readonly tail: readonly string[];
}

/**
 * Changes facts at the end of scenarios. A change that worked for a fact is tried first on the next scenario, because
 * most scenarios differ only in their middle.
 */
export class Recipes {
  private readonly runner: ScenarioRunner;
  private readonly known = new Map<string, Recipe[]>();

  constructor(runner: ScenarioRunner) {
    this.runner = runner;
  }

  /**
   * The scenario with lines inserted so that it leads to a goal; undefined if no insertion does. Without `by`, only
   * changes that worked before are tried.
   */
  with(
    lines: readonly string[],
    [name, value]: readonly [name: string, value: Value],
    by: readonly string[] | undefined,
    holds: (run: ScenarioRun) => boolean,
  ): ScenarioRun | undefined {
    const key = `${name} ${String(value)}`;
    const recipes = kept(this.known, key, (): Recipe[] => []);
    const apart = lines.flatMap((line) => (line === OPENING ? this.runner.system.ready : [line]));
    for (const recipe of recipes) {
      const found = this.tried(follow(recipe, apart), holds);
      if (found) return found;
    }
    for (const way of by ? interleavings(apart, by, this.runner.read) : []) {
      const found = this.tried(way, holds);
      if (!found) continue;
      recipes.push(...recipesFrom(apart, way));
      return found;
    }
    return undefined;
  }

  private tried(lines: readonly string[], holds: (run: ScenarioRun) => boolean): ScenarioRun | undefined {
    const run = this.runner.after(this.folded(lines));
    return holds(run) ? run : undefined;
  }

  private folded(lines: readonly string[]): readonly string[] {
    const { ready } = this.runner.system;
    return ready.every((line, at) => lines[at] === line) ? [OPENING, ...lines.slice(ready.length)] : lines;
  }
}

const follow = ({ instead, block, at, tail }: Recipe, lines: readonly string[]): readonly string[] => [
  ...lines.map((line) => instead.get(line) ?? line).toSpliced(at < 0 ? lines.length + at + 1 : at, 0, ...block),
  ...tail,
];

/** The same change, counted from the beginning and from the end. */
function recipesFrom(lines: readonly string[], way: readonly string[]): Recipe[] {
  const more = way.length - lines.length;
  for (let length = 0; length < Math.max(more, 1); length += 1) {
    const tail = way.slice(way.length - length);
    for (let at = lines.length; at >= 0; at -= 1) {
      const rest = way.slice(0, way.length - length).toSpliced(at, more - length);
      const same = rest.every((line, index) => line === lines[index] || eventOf(line) === eventOf(lines[index] ?? ''));
      if (!same) continue;
      const instead = new Map(
        rest.flatMap((line, index) => (line === lines[index] ? [] : [[lines[index] ?? '', line]])),
      );
      const block = way.slice(at, at + more - length);
      return [at, at - lines.length - 1].map((place) => ({ instead, block, at: place, tail }));
    }
  }
  return [];
}

const eventOf = (line: string): string => line.split(' ', 2).join(' ');
