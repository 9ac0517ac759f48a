import type { Step } from '../model/index.ts';
import type { Read } from '../space/lines.ts';

/** The most interleavings to try. */
const MOST_WAYS = 600;

/**
 * Scenarios that may lead to the same as some lines and change something else too, given lines that can change it. A
 * given line replaces a line of the scenario with the same event; the others are inserted. Scenarios with fewer lines
 * come first.
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

/** Splits the lines in two, the second part at the end: what must begin early may have to end late. */
const inTwo = (block: readonly string[]) =>
  block.slice(1).map((_, at) => [block.slice(0, at + 1), block.slice(at + 1)] as const);

/** The event of a line with one step, without its parameters. */
function keyOf([step, ...more]: readonly Step[]): string | undefined {
  return step && !('wait' in step) && more.length === 0 ? `${step.kind}:${step.id} ${step.type}` : undefined;
}
