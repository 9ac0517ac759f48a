import { besideIn, groupedBy, type Rule, type Value, type View } from '../model/index.ts';

/** A situation that represents others: what a UI sees there, how to get there, and what the model answers. */
export interface Representative {
  /** Scenario text, line by line. */
  readonly lines: readonly string[];
  readonly view: View;
  /** The rule that decides each command; undefined if none does. */
  readonly rules: ReadonlyMap<string, Rule | undefined>;
  /** The codes of all commands as text: equal if all answers are. */
  readonly answers: string;
}

/** A step of a cover: the indices of both ends. */
export type CoverStep = readonly [start: number, end: number];

/**
 * Chooses, from all situations found, those that are needed: every item of every class, and both ends of every step. For
 * a situation with changed facts, `origins` has the answers expected without the change.
 */
export function neededOf(
  found: readonly Representative[],
  origins: ReadonlyMap<number, string>,
  steps: readonly CoverStep[],
): number[] {
  const kept = new Set(steps.flat());
  const owed = new Set<string>();
  const itemsOf = found.map((one, index) => itemsIn(one, origins.get(index)));
  const cover = (index: number): boolean => {
    const items = (itemsOf[index] as string[]).filter((item) => !owed.has(item));
    for (const item of items) owed.add(item);
    return items.length > 0;
  };
  for (const index of kept) cover(index);
  // Situations with many items that no other has come first; of equals, the nearer ones.
  const order = found.map((_, index) => index).filter((index) => !kept.has(index));
  const worth = (index: number): number => (itemsOf[index] as string[]).filter((item) => !owed.has(item)).length;
  order.sort((a, b) => worth(b) - worth(a) || a - b);
  for (const index of order) if (cover(index)) kept.add(index);
  return [...kept].sort((a, b) => a - b);
}

/**
 * What a situation adds: each name with its value, to its own class; and if it was made by changing facts, each pair of
 * facts, to the class of the original.
 */
function itemsIn({ answers, view }: Representative, origin: string | undefined): string[] {
  const items = Object.entries(namesInView(view)).map(([name, value]) => `${answers}|${name}=${value}`);
  if (origin === undefined) return items;
  const all = Object.entries({ ...besideIn(view), ...view.facts });
  const pairs = all.flatMap(([name, value], index) =>
    all.slice(index + 1).map(([other, its]) => `${origin}|${name}=${value}&${other}=${its}`),
  );
  return [...items, ...pairs];
}

/** The phases and facts of a view by name. */
export const namesInView = (view: View): { readonly [name: string]: Value } => ({
  ...view.phases,
  ...besideIn(view),
  ...view.facts,
});

/** An order in which both ends of each step are adjacent; steps that begin where the last one ended come first. */
export function inSequence(steps: readonly CoverStep[], kept: readonly number[]): number[] {
  const from = groupedBy(steps, ([start]) => start);
  const sequence: number[] = [];
  for (const [start] of steps) {
    if (!from.get(start)?.length) continue;
    if (sequence.at(-1) !== start) sequence.push(start);
    for (let at: number | undefined = start; at !== undefined; ) {
      const next: number | undefined = from.get(at)?.shift()?.[1];
      if (next !== undefined) sequence.push(next);
      at = next;
    }
  }
  const shown = new Set(sequence);
  return [...sequence, ...kept.filter((index) => !shown.has(index))];
}
