import type { Step } from '../model/index.ts';
import type { Read } from '../space/space.ts';

/** More ways of bringing something about than these are not tried. */
const MOST_WAYS = 600;

/**
 * Scenarios that may bring about what some lines lead to and something besides, given lines that can change that: of these
 * one that is the same event as a line of the scenario stands in its place, and others come somewhere in between. Those with
 * fewer lines come first.
 */
export function* interleavings(
  lines: readonly string[],
  by: readonly string[],
  read: Read,
): Generator<readonly string[]> {
  const keys = lines.map((line) => keyOf(read(line)));
  const inPlaceOf = (some: readonly string[]): readonly string[] =>
    lines.map((line, at) => some.find((each) => keyOf(read(each)) === keys[at]) ?? line);
  const bases = [lines, inPlaceOf(by), ...by.map((line) => inPlaceOf([line]))];
  const blocks = [[], ...by.map((line) => [line]), ...by.map((_, end) => by.slice(0, end + 1)).slice(1)];
  const known = new Set([lines.join('\n')]);
  for (const [block, tail] of [...blocks.map((each) => [each, []] as const), ...blocks.flatMap(inTwo)]) {
    for (const base of bases) {
      for (let at = base.length; at >= 0; at -= 1) {
        const way = [...base.slice(0, at), ...block, ...base.slice(at), ...tail];
        const key = way.join('\n');
        if (known.has(key)) continue;
        if (known.size > MOST_WAYS) return;
        known.add(key);
        yield way;
      }
    }
  }
}

/** A block in two parts, the second of which comes at the end: what has to begin early may have to be complete late. */
const inTwo = (block: readonly string[]) =>
  block.slice(1).map((_, at) => [block.slice(0, at + 1), block.slice(at + 1)] as const);

/** What the only step of a line is, but for its parameters. */
function keyOf([step, ...more]: readonly Step[]): string | undefined {
  return step && !('wait' in step) && more.length === 0 ? `${step.kind}:${step.id} ${step.type}` : undefined;
}
