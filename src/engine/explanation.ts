import type { CodeRow, Explanation, Mark, Proof, System } from '../model/index.ts';
import { usesOf } from './where-used.ts';

/** A scenario that shows a row, and why it is known that none is shorter. */
export interface ShownScenario {
  readonly lines: readonly string[];
  readonly proven: Proof | null;
}

/** All that is known of a row of the catalogue; except its scenario, which the caller finds. */
export function explanationOf(system: System, row: CodeRow, scenario: ShownScenario | undefined): Explanation {
  const { code, name, category, kind, meaning, mark, oddity, also, why } = row;
  const uses = usesOf(system, row);
  const versions = versionsOf(system, [mark, ...uses.map((use) => use.mark)]);
  return {
    system: system.name,
    code,
    name,
    category,
    kind,
    meaning,
    mark,
    ...(oddity === undefined ? {} : { oddity }),
    ...(also === undefined ? {} : { also }),
    ...(why === undefined ? {} : { why }),
    ...(Object.keys(versions).length === 0 ? {} : { versions }),
    uses,
    scenario: scenario?.lines ?? null,
    proven: scenario?.proven ?? null,
  };
}

function versionsOf({ marks }: System, used: readonly Mark[]): NonNullable<Explanation['versions']> {
  const versions = used.flatMap((mark) => {
    const meaning = marks[mark];
    return typeof meaning === 'object' ? [[mark, meaning.version]] : [];
  });
  return Object.fromEntries(versions);
}
