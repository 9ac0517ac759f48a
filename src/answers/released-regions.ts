import { namesOf } from '../condition/walk.ts';
import { transitionsOf } from '../engine/where-used.ts';
import { type CodeRow, isRefusal, type Lifecycle, type Use } from '../model/index.ts';

/**
 * Fixed regions of an entity's space on which a code depends: they show it themselves, or a rule that gives it, or a
 * transition of the phase that shows it, reads them.
 */
export function stillRegionsIn({ kind, space, chart, rules }: Lifecycle, row: CodeRow, uses: readonly Use[]): string[] {
  const phases = new Set(uses.filter(({ entity }) => entity === kind).map(({ phase }) => phase));
  const guards = [...transitionsOf(chart)].filter(({ phase }) => phases.has(phase)).map(({ move }) => move.guard ?? {});
  const refusals = Object.values(rules)
    .flat()
    .filter((rule) => isRefusal(rule) && rule.code === row.code)
    .map(({ when }) => when);
  const named = new Set([...phases, ...[...guards, ...refusals].flatMap((condition) => [...namesOf(condition)])]);
  return (space?.fixed ?? []).filter((region) => named.has(region));
}
