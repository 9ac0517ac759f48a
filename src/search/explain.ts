import { usesOf } from '../engine/where-used.ts';
import type { CodeRow, Explanation, System } from '../model/index.ts';
import type { Read } from '../space/space.ts';
import { type Effort, Scenarios } from './scenarios.ts';

/** What somebody waits for: two seconds at most are spent on whole worlds. */
const USUAL: Effort = { situations: 1500, prove: false };

/** All that is known of a code, a number or a name: one explanation for each row of the catalogue that has it. */
export function explain(system: System, asked: string, read: Read, effort: Partial<Effort> = {}): Explanation[] {
  return rowsOf(system, asked).map((row) => {
    const { code, name, category, kind, meaning, mark, oddity } = row;
    const uses = usesOf(system, row);
    const found =
      kind === 'informational' ? undefined : scenariosOf(system, read).find(row, uses, { ...USUAL, ...effort });
    return {
      system: system.name,
      code,
      name,
      category,
      kind,
      meaning,
      mark,
      ...(oddity === undefined ? {} : { oddity }),
      uses,
      scenario: found?.lines ?? null,
      proven: found?.proven ?? null,
    };
  });
}

const searches = new WeakMap<System, Scenarios>();

function scenariosOf(system: System, read: Read): Scenarios {
  const known = searches.get(system) ?? new Scenarios(system, read);
  searches.set(system, known);
  return known;
}

/** The rows that have this code, or this name. */
export function rowsOf({ codes }: System, asked: string): CodeRow[] {
  const byCode = codes.filter(({ code }) => String(code) === asked);
  return byCode.length > 0 ? byCode : codes.filter(({ name }) => name === asked);
}
