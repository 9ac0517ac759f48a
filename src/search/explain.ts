import { usesOf } from '../engine/where-used.ts';
import type { CodeRow, Explanation, Mark, System } from '../model/index.ts';
import type { Read } from '../space/space.ts';
import { type Effort, Scenarios } from './scenarios.ts';

/** For somebody who waits for the answer: at most two seconds of searching whole worlds. */
const USUAL: Effort = { situations: 2500, prove: false };

/** All that is known of a code or a name: one explanation for each row of the catalogue that has it. */
export function explain(system: System, asked: string, read: Read, effort: Partial<Effort> = {}): Explanation[] {
  return rowsOf(system, asked).map((row) => {
    const { code, name, category, kind, meaning, mark, oddity, also, why } = row;
    const uses = usesOf(system, row);
    const versions = versionsOf(system, [mark, ...uses.map((use) => use.mark)]);
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
      ...(also === undefined ? {} : { also }),
      ...(why === undefined ? {} : { why }),
      ...(Object.keys(versions).length === 0 ? {} : { versions }),
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

function versionsOf({ marks }: System, used: readonly Mark[]): NonNullable<Explanation['versions']> {
  const versions = used.flatMap((mark) => {
    const meaning = marks[mark];
    return typeof meaning === 'object' ? [[mark, meaning.version]] : [];
  });
  return Object.fromEntries(versions);
}

/** The rows with this code or name; if there are none, those with it as an alias, ignoring case. */
export function rowsOf({ codes }: System, asked: string): CodeRow[] {
  const byCode = codes.filter(({ code }) => String(code) === asked);
  if (byCode.length > 0) return byCode;
  const byName = codes.filter(({ name }) => name === asked);
  return byName.length > 0 ? byName : codes.filter(({ also }) => also?.some(({ name }) => sameWord(name, asked)));
}

const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
