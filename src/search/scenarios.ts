import type { CodeRow, ShownScenario, System, Use } from '../model/index.ts';
import type { Letter } from '../space/letters.ts';
import { type Read, type Space, spaceOf } from '../space/space.ts';
import { aimsFor, linesWith } from './code-targets.ts';
import { shortScenario } from './novelty-search.ts';
import { stillRegionsIn } from './released-regions.ts';
import { isShownBy } from './result-shows.ts';
import { type Witness, witnessesOf } from './witness.ts';
import { WorldSweep } from './world-search.ts';

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
  private readonly owed: readonly CodeRow[];
  /** What one sweep of a space found for all rows. */
  private readonly swept = new Map<Space, ReadonlyMap<CodeRow, Witness | undefined>>();

  constructor(system: System, read: Read) {
    this.system = system;
    this.read = read;
    this.owed = system.codes.filter(({ kind }) => kind !== 'informational');
    this.sweep = new WorldSweep(system, this.owed, read);
  }

  /** Undefined if none was found. */
  find(row: CodeRow, uses: readonly Use[], { situations, prove }: Effort): ShownScenario | undefined {
    const atOnce = this.inWorld(row, FEW);
    if (atOnce) return atOnce;
    const near = this.inSpaces(row, uses, prove);
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
  private inSpaces(row: CodeRow, uses: readonly Use[], all: boolean): readonly string[] | undefined {
    const giving = new Set(uses.map(({ entity }) => entity));
    const found = Object.values(this.system.entities).flatMap((lifecycle) => {
      const { kind, space } = lifecycle;
      if (![kind, ...Object.keys(space?.with ?? {})].some((member) => giving.has(member))) return [];
      const moving = giving.has(kind) ? stillRegionsIn(lifecycle, row, uses) : [];
      const lines =
        this.inSpace(row, kind, [], all) ?? (moving.length > 0 ? this.inSpace(row, kind, moving, false) : undefined);
      return lines ? [lines] : [];
    });
    return found.sort((a, b) => a.length - b.length)[0];
  }

  private inSpace(row: CodeRow, kind: string, moving: readonly string[], all: boolean): readonly string[] | undefined {
    const space = spaceOf(this.system, kind, this.read, { asNew: true, moving });
    const witness = all ? this.sweptIn(space).get(row) : witnessesOf(space, aimsFor(space, [row]))[0];
    if (!witness) return undefined;
    const last = space.layout.quotient.letters[witness.letters.at(-1) as number] as Letter;
    const before = witness.lines.slice(0, -1);
    const ends = [witness.lines.at(-1) as string, ...linesWith(this.system, last, row.code)];
    return ends.map((end) => [...before, end]).find((lines) => this.isShown(row, lines));
  }

  /** One sweep for all rows, if all will be asked for. */
  private sweptIn(space: Space): ReadonlyMap<CodeRow, Witness | undefined> {
    const known = this.swept.get(space);
    if (known) return known;
    const witnesses = witnessesOf(space, aimsFor(space, this.owed));
    const found = new Map(this.owed.map((row, index) => [row, witnesses[index]] as const));
    this.swept.set(space, found);
    return found;
  }

  /** Runs the scenario: something outside the space may prevent that it shows the row. */
  private isShown(row: CodeRow, lines: readonly string[]): boolean {
    return isShownBy(this.system, row, lines, this.read);
  }
}
