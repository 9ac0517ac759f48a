import type { CodeRow, ShownScenario, System, Use } from '../model/index.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';
import { reachClosed } from '../reach/reach.ts';
import { linesWith } from '../search/alike-lines.ts';
import { shortScenario } from '../search/novelty-search.ts';
import { isShownBy } from '../search/result-shows.ts';
import { WorldSweep } from '../search/world-search.ts';
import type { Letter } from '../space/letters.ts';
import type { Read } from '../space/lines.ts';
import { stillRegionsIn } from './released-regions.ts';
import { rowTargets } from './row-targets.ts';

/** How far whole worlds are searched. */
export interface Effort {
  /** The most situations to expand if no space has a scenario. */
  readonly situations: number;
  /** Whether to expand as many even if a space has one, to compare it with all that the world can do. */
  readonly prove: boolean;
}

/** Takes a fraction of a second. Most codes are shown within two or three lines. */
const FEW = 150;

/** Shortest scenarios to the rows of one system; searches are shared between rows. */
export class Scenarios {
  private readonly system: System;
  private readonly read: Read;
  private readonly sweep: WorldSweep;

  constructor(system: System, read: Read) {
    this.system = system;
    this.read = read;
    const owed = system.codes.filter(({ kind }) => kind !== 'informational');
    this.sweep = new WorldSweep(system, owed, read);
  }

  /** Undefined if none was found. */
  find(row: CodeRow, uses: readonly Use[], { situations, prove }: Effort): ShownScenario | undefined {
    const atOnce = this.inWorld(row, FEW);
    if (atOnce) return atOnce;
    const near = this.inSpaces(row, uses);
    const far = near && !prove ? undefined : this.inWorld(row, situations, near?.length);
    if (far) return far;
    const lines = near ?? shortScenario(this.system, row, uses, this.read);
    if (!lines) return undefined;
    const proven = this.sweep.tried >= lines.length - 1 ? 'world' : near ? 'space' : null;
    return { lines, proven };
  }

  /** A scenario with fewer lines than this, found by the search over whole worlds. */
  private inWorld(row: CodeRow, situations: number, fewer = Number.POSITIVE_INFINITY): ShownScenario | undefined {
    const { sweep } = this;
    sweep.run({ lines: fewer - 1, situations }, () => sweep.found.has(row));
    const lines = sweep.found.get(row);
    return lines && lines.length < fewer && this.isShown(row, lines) ? { lines, proven: 'world' } : undefined;
  }

  /** The shortest scenario over all spaces of entities that give the code. */
  private inSpaces(row: CodeRow, uses: readonly Use[]): readonly string[] | undefined {
    const giving = new Set(uses.map(({ entity }) => entity));
    const found = Object.values(this.system.entities).flatMap((lifecycle) => {
      const { kind, space } = lifecycle;
      if (![kind, ...Object.keys(space?.with ?? {})].some((member) => giving.has(member))) return [];
      const moving = giving.has(kind) ? stillRegionsIn(lifecycle, row, uses) : [];
      const lines = this.inSpace(row, kind, []) ?? (moving.length > 0 ? this.inSpace(row, kind, moving) : undefined);
      return lines ? [lines] : [];
    });
    return found.sort((a, b) => a.length - b.length)[0];
  }

  /** Where the way into the space's nearest situation that shows the row ends, several letters may show it there. */
  private inSpace(row: CodeRow, kind: string, moving: readonly string[]): readonly string[] | undefined {
    const query = reachClosed(this.system, kind, this.read, { asNew: true, moving });
    const { diagrams, world } = query.reachable;
    const targets = rowTargets(query)(row);
    const route = query.routes.to([...targets.values()].reduce((all, set) => diagrams.union(all, set), EMPTY));
    if (!route) return undefined;
    const before = query.routes.linesOf(route);
    return query.routes.rings.said
      .filter((letter) => diagrams.has(targets.get(letter) ?? EMPTY, route.end))
      .map((letter) => world.letters[letter] as Letter)
      .flatMap((letter) => [letter.line as string, ...linesWith(this.system, letter, row.code)])
      .map((end) => [...before, end])
      .find((lines) => this.isShown(row, lines));
  }

  /** Runs the scenario: something outside the space may prevent that it shows the row. */
  private isShown(row: CodeRow, lines: readonly string[]): boolean {
    return isShownBy(this.system, row, lines, this.read);
  }
}
