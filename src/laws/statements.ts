import { findingsIn } from '../define/define-system.ts';
import { allMoves, type Handlers, isPhase, type Region, type System } from '../model/index.ts';

/** Laws that need only the system's data. Each returns its violations in words. */
export const statements: { readonly [law: string]: (system: System) => string[] } = {
  'definition: everything that a part names exists': findingsIn,

  '4: every status that is not marked as an end has a way out': ({ entities }) =>
    Object.entries(entities).flatMap(([kind, { chart }]) =>
      Object.entries(chart.states).flatMap(([name, region]) =>
        deadEnds(region)
          .filter(() => isPhase(name) && !allMoves(chart.on).some(({ target }) => target))
          .map((state) => `${kind} ${name}.${state} has no way out and is not marked as an end`),
      ),
    ),

  '3: a row says why it is never given if, and only if, it is informational': ({ codes }) =>
    codes.flatMap(({ code, kind, why }) => {
      const never = kind === 'informational';
      if (never === (why !== undefined)) return [];
      return [never ? `row ${code} does not say why` : `row ${code} is ${kind} and says why it is never given`];
    }),

  '3: an alias is neither the code nor the name of a row': ({ codes }) =>
    codes.flatMap(({ code, also = [] }) =>
      also
        .filter((alias) => codes.some((row) => [String(row.code), row.name].includes(alias.name)))
        .map((alias) => `row ${code}: ${alias.name} is a row of its own`),
    ),

  '5: a mark for what was read or run names its version': ({ marks }) =>
    (['F', 'O'] as const).flatMap((mark) => {
      const inspected = marks[mark];
      return inspected && !/\d/.test(inspected.version) ? [`${mark} ${inspected.says} no version`] : [];
    }),
};

/** States without a way out; none if the region has events that lead on from everywhere. */
function deadEnds(region: Region): string[] {
  const states = Object.entries(region.states);
  const leads = (on: Handlers | undefined, from: string): boolean =>
    allMoves(on).some(({ target }) => target !== undefined && target !== from);
  return states
    .filter(
      ([state, { on, after, end }]) => !end && !leads(on, state) && !leads(after, state) && !leads(region.on, state),
    )
    .map(([state]) => state);
}
