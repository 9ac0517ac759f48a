import { isStatusOf } from '../engine/where-used.ts';
import { type Code, type CodeRow, isRefusal, type Lifecycle, type System } from '../model/index.ts';
import type { Layout } from '../space/layout.ts';
import { type Letter, letterLine, ranksOf } from '../space/letters.ts';
import { isAlike } from '../space/parameter-values.ts';
import type { Node, ShownChange } from '../space/quotient.ts';
import type { Space } from '../space/space.ts';
import { type Aim, ANY_PART, type Cube, cubeOf } from './aims.ts';

/**
 * For each row of a catalogue, where a letter of the space shows it: as a refusal, as a status, or as a status's error.
 */
export function aimsFor({ system, layout }: Space, rows: readonly CodeRow[]): Aim[] {
  const { nodes, letters } = layout.quotient;
  const aims = new Map<CodeRow, Cube[]>(rows.map((row) => [row, []]));
  const byCode = new Map<Code, CodeRow[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const known = new Map<string, CodeRow[]>();
  const rowsOf = (shown: ShownChange): CodeRow[] => {
    const key = `${shown.letter} ${shown.place} ${shown.state} ${shown.error}`;
    const found = known.get(key) ?? rowsShownBy(system, layout, rows, shown);
    known.set(key, found);
    return found;
  };
  nodes.forEach(({ answers, shown }, node) => {
    for (const { rule, letter } of answers) {
      if (!isRefusal(rule)) continue;
      for (const row of byCode.get(rule.code) ?? [])
        aims.get(row)?.push({ node, high: ANY_PART, low: ANY_PART, letter });
    }
    for (const change of shown) {
      const of = rowsOf(change);
      const cubes = of.length > 0 ? cubesOf(layout, node, change) : [];
      for (const row of of) aims.get(row)?.push(...cubes);
    }
  });
  const ranks = ranksOf(system, letters);
  const rankOf = ({ letter }: Cube): number => ranks[letter] as number;
  return rows.map((row) => (aims.get(row) as Cube[]).sort((a, b) => rankOf(a) - rankOf(b)));
}

/**
 * The rows that a change shows: by its status, or by its error, which may be any code that the data treats like the
 * letter's.
 */
function rowsShownBy(
  system: System,
  { quotient }: Layout,
  rows: readonly CodeRow[],
  { letter, place, state, error }: ShownChange,
): CodeRow[] {
  const { kind, name, states } = quotient.places[place] as Layout['quotient']['places'][number];
  const status = states[state] as string;
  const code = system.entities[kind]?.phases[name]?.[status];
  const said = quotient.letters[letter] as Letter;
  const keys = Object.keys(said.params).filter((key) => said.params[key] === String(error));
  return rows.filter(
    (row) =>
      error === row.code ||
      (code === row.code && isStatusOf(system, row, name, status)) ||
      keys.some((key) => isLike(system, said, key, row.code)),
  );
}

const isLike = ({ entities }: System, { kind, event, params }: Letter, key: string, code: Code): boolean =>
  isAlike(entities[kind] as Lifecycle, event, key, params[key] as string, String(code));

/** The letter's lines with another code in place of a value, if the data does not distinguish the two. */
export const linesWith = (system: System, letter: Letter, code: Code): string[] =>
  Object.keys(letter.params)
    .filter((key) => isLike(system, letter, key, code))
    .map((key) => letterLine(letter.kind, letter.event, { ...letter.params, [key]: String(code) }));

/** Any state of the place's class, except the target, shows the change. */
function cubesOf(layout: Layout, node: number, { letter, place, state }: ShownChange): Cube[] {
  const { places, nodes } = layout.quotient;
  const { classes } = places[place] as (typeof places)[number];
  const states = classes[(nodes[node] as Node).classes[place] as number] as readonly number[];
  if (!states.includes(state)) return [{ node, high: ANY_PART, low: ANY_PART, letter }];
  return states.filter((each) => each !== state).flatMap((each) => cubeOf(layout, node, [[place, each]], letter) ?? []);
}
