import { valueIn } from '../model/index.ts';
import { type Asker, same, type UiOutcome } from './asking.ts';
import type { Cells, ViewCell } from './cells.ts';
import type { SituationPart, StripSituations } from './situations.ts';

/** A way of answering: what the UI does in all situations of a cell, as it read nothing else of them. */
export interface Leaf {
  readonly cell: ViewCell;
  readonly outcome: UiOutcome;
  /** What was read for the answer. */
  readonly read: readonly string[];
  /** Its cell is one situation, which is not all for which it may be the answer. */
  readonly single: boolean;
}

/** What became of a command: how many ways of answering there were, and how many situations are covered. */
export interface CommandCoverage {
  readonly leaves: number;
  /** StripSituations, the facts as they are; all of them unless the predicate read too much. */
  readonly covered: number;
  /** Nothing is left, the facts otherwise neither. */
  readonly exhaustive: boolean;
}

/** Answers that did not come in time for a command, after which it is asked no more. */
const MOST_WAITED = 3;

/** With facts otherwise so many times as many ways of answering are followed. */
const VARIED = 8;

/** Leaves of a command that are asked a second time, of another situation. */
const MOST_TWICE = 200;

/**
 * The decision tree of a predicate for a command. Its answer can depend only on what it read of the view: it is asked
 * in one situation; by the first name that it read all situations are taken apart, then, of those that agree with the
 * one that it was asked in, by the second, until those are left that it cannot tell from it. So it is asked as often as there
 * are ways of answering, and only of situations that can be reached. Each way of answering is told to `found`.
 */
export async function exploreCommand(
  command: string,
  { situations, cells, asker, most }: { situations: StripSituations; cells: Cells; asker: Asker; most: number },
  found: (leaf: Leaf) => void,
): Promise<CommandCoverage> {
  // StripSituations with their facts as they are come first: the others are not asked where there are too many of these.
  const plain: ViewCell[] = [cells.all()];
  const varied: ViewCell[][] = [];
  let leaves = 0;
  let plainLeaves = 0;
  let covered = 0;
  let late = 0;
  const keep = (cell: ViewCell): void => {
    const { size } = cell.facts;
    const list = size === 0 ? plain : (varied[size] ?? []);
    if (size > 0) varied[size] = list;
    list.push(cell);
  };
  const next = (): ViewCell | undefined => plain.pop() ?? varied.find((list) => list?.length)?.pop();
  const more = (): boolean => plain.length > 0 || varied.some((list) => list?.length);
  const tell = (leaf: Leaf): void => {
    leaves += 1;
    if (leaf.cell.facts.size === 0) {
      plainLeaves += 1;
      covered += cells.count(leaf.cell);
    }
    if ('fault' in leaf.outcome && leaf.outcome.fault === 'timed-out') late += 1;
    found(leaf);
  };
  const follow = async (single: boolean): Promise<void> => {
    let cell = next();
    if (!cell) return;
    const view = situations.viewOf(cells.first(cell), cell.facts);
    const { outcome, read } = await asker.recording(command, view);
    for (const name of read) {
      if (cell.pins.has(name)) continue;
      const value = valueIn(view, name);
      const all: ViewCell[] = cells.by(name, cell);
      const here = all.find((one) => one.pins.get(name) === value) as ViewCell;
      for (const one of all) if (one !== here) keep(one);
      cell = here;
    }
    const again =
      leaves < MOST_TWICE && !('fault' in outcome) ? await twice(cell, command, asker, situations, cells) : outcome;
    tell({ cell, outcome: same(again, outcome) ? outcome : UNSTABLE, read, single });
  };
  const enough = (): boolean => plainLeaves >= most || leaves >= most * VARIED || late >= MOST_WAITED;
  while (more() && !enough()) await follow(false);
  const left = plain.splice(0);
  const exhaustive = left.length === 0 && !more();
  varied.length = 0;
  for (const cell of spread(left, situations, most)) {
    plain.push(cell);
    while (more() && late < MOST_WAITED) await follow(true);
  }
  return { leaves, covered, exhaustive };
}

const UNSTABLE: UiOutcome = {
  fault: 'unstable',
  says: 'answered otherwise when it was asked again with an equal view',
};

/** Asks again: another situation of the cell, with a plain view. What it did not read cannot change its answer. */
function twice(
  cell: ViewCell,
  command: string,
  asker: Asker,
  situations: StripSituations,
  cells: Cells,
): Promise<UiOutcome> {
  return asker.plainly(command, situations.viewOf(cells.last(cell), cell.facts));
}

/** Single situations, as many of each spot that the model tells apart, and as far from each other as may be. */
function* spread(waiting: readonly ViewCell[], situations: StripSituations, most: number): Generator<ViewCell> {
  const spots = new Map<number, { readonly cell: ViewCell; readonly part: SituationPart }[]>();
  for (const cell of waiting) {
    for (const part of cell.parts) {
      const list = spots.get(part.spot);
      if (list) list.push({ cell, part });
      else spots.set(part.spot, [{ cell, part }]);
    }
  }
  const each = Math.ceil(most / spots.size);
  for (const list of spots.values()) {
    const strips = list.reduce((sum, { part }) => sum + part.strips.length, 0);
    const step = Math.max(1, strips / each);
    let before = 0;
    let next = 0;
    for (const { cell, part } of list) {
      for (; next < before + part.strips.length; next += step) {
        yield { ...cell, parts: [situations.single(part, Math.floor(next - before))] };
      }
      before += part.strips.length;
    }
  }
}
