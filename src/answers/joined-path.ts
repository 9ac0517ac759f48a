import type { Lifecycle } from '../model/index.ts';
import type { ConfirmedScenario } from '../reach/confirm.ts';
import type { PartialView } from '../reach/index.ts';
import { joined } from '../reach/join.ts';
import { entityAnswers, holdsIn, type Source, worldBehind } from './source.ts';

/** The most scenarios of each part that are tried, and the most ways of joining them. */
const MOST_OF_EACH = 12;
const MOST_TRIES = 5_000;

/**
 * A scenario at whose end all of this holds, joined from known scenarios at whose ends one part of it holds: each is
 * continued by the next, in every order. The first one found is not always a shortest.
 */
export function joinedTo(source: Source, kind: string, known: PartialView): readonly string[] | undefined {
  const lifecycle = source.system.entities[kind] as Lifecycle;
  const scenarios = entityAnswers(source, kind)
    .scenarios.map((lines): ConfirmedScenario => ({ lines, world: worldBehind(source, lines) }))
    .sort((a, b) => a.lines.length - b.lines.length);
  const parts = Object.entries(known).map(([name, value]) => {
    const holds = holdsIn(lifecycle, { [name]: value });
    return scenarios.filter(({ world }) => holds(world)).slice(0, MOST_OF_EACH);
  });
  const holds = holdsIn(lifecycle, known);
  let tries = 0;
  for (const row of rowsOf(parts)) {
    for (const [first, ...rest] of ordersOf(row)) {
      if (!first || tries >= MOST_TRIES) return undefined;
      tries += 1;
      const { lines, world } = rest.reduce((whole, each) => joined(source, whole, each.lines), first);
      if (holds(world) && holds(worldBehind(source, lines))) return lines;
    }
  }
  return undefined;
}

/** One scenario of each part; rows of short scenarios come first. */
function* rowsOf(parts: readonly (readonly ConfirmedScenario[])[]): Generator<ConfirmedScenario[]> {
  for (let depth = 0; depth < MOST_OF_EACH; depth += 1) yield* within(parts, depth, false);
}

/** Rows of the first scenarios of each part, up to a depth that at least one of them has. */
function* within(
  [part, ...rest]: readonly (readonly ConfirmedScenario[])[],
  depth: number,
  met: boolean,
): Generator<ConfirmedScenario[]> {
  if (!part) {
    if (met) yield [];
    return;
  }
  for (const [index, one] of part.slice(0, depth + 1).entries()) {
    for (const others of within(rest, depth, met || index === depth)) yield [one, ...others];
  }
}

/** The permutations. */
function* ordersOf<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length === 0) yield [];
  for (const [index, first] of items.entries()) {
    for (const rest of ordersOf(items.toSpliced(index, 1))) yield [first, ...rest];
  }
}
