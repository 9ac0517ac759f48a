import { isStatusOf } from '../engine/where-used.ts';
import { type Code, type CodeRow, isRefusal, kept, once } from '../model/index.ts';
import type { Diagrams } from '../reach/diagram/diagrams.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';
import type { Query } from '../reach/query.ts';
import { seeded } from '../reach/reachability.ts';
import type { DiagramLevel, RecordedWorld } from '../reach/recorded-world.ts';
import { Relation } from '../reach/relation.ts';
import { isLike } from '../search/alike-lines.ts';
import type { Letter } from '../space/letters.ts';

/** What a letter shows of the catalogue: the code of a refusal, or a status that a phase changes to, with its error. */
type Shown = { readonly refusal: Code } | ShownChange;

interface ShownChange {
  readonly level: number;
  readonly state: number;
  readonly error: Code | undefined;
  /** The state that it changes from; -1 if it is the one before the step. */
  readonly from: number;
}

/** The situations in which a letter shows something. */
interface Showing {
  readonly letter: number;
  readonly shown: Shown;
  set: number;
}

/** For each row of a catalogue, the situations in which a letter of a space shows it, by letter. */
export const rowTargets = once((query: Query): ((row: CodeRow) => ReadonlyMap<number, number>) => {
  const { diagrams } = query.reachable;
  const showings = showingsIn(query);
  return (row) => {
    const targets = new Map<number, number>();
    for (const { letter, shown, set } of showings) {
      if (shows(query, row, letter, shown)) targets.set(letter, diagrams.union(targets.get(letter) ?? EMPTY, set));
    }
    return targets;
  };
});

/** By its refusal, by its status, or by its error, which may be any code that the data treats like the letter's. */
function shows({ system, reachable: { world } }: Query, row: CodeRow, number: number, shown: Shown): boolean {
  if ('refusal' in shown) return shown.refusal === row.code;
  const { level, state, error } = shown;
  if (error === row.code) return true;
  const { kind, name, states } = world.levels[level] as DiagramLevel;
  const status = states[state] as string;
  if (system.entities[kind]?.phases[name]?.[status] === row.code && isStatusOf(system, row, name, status)) return true;
  const letter = world.letters[number] as Letter;
  return typeof error === 'string' && error.startsWith('$') && isLike(system, letter, error.slice(1), row.code);
}

function showingsIn({ reachable: { world, diagrams, set } }: Query): Showing[] {
  const showings = new Map<string, Showing>();
  const relation = new Relation(diagrams, (letter, standing) => shownBy(world, letter, standing), seeded(6));
  for (const letter of world.letters.keys()) {
    for (const [{ result }, part] of relation.leavesOf(letter, set)) {
      for (const shown of result) {
        const key = JSON.stringify([letter, shown]);
        const showing = kept(showings, key, () => ({ letter, shown, set: EMPTY }));
        showing.set = diagrams.union(showing.set, changing(diagrams, shown, part));
      }
    }
  }
  return [...showings.values()];
}

function shownBy(world: RecordedWorld, letter: number, standing: Uint8Array) {
  const changes: ShownChange[] = [];
  const trace = world.run(letter, standing, ({ entity, region, level, transition, from }) => {
    const { target: state, silent, error } = transition;
    if (state >= 0 && !silent && entity.lifecycle.regions[region]?.shown) changes.push({ level, state, error, from });
  });
  const { taken, rule } = trace.result;
  const result: Shown[] = rule && isRefusal(rule) ? [{ refusal: rule.code }] : taken ? changes : [];
  return { ...trace, result };
}

/** A phase that is in the state already does not change to it. */
function changing(diagrams: Diagrams, shown: Shown, part: number): number {
  if ('refusal' in shown) return part;
  const { level, state, from } = shown;
  if (from >= 0) return from === state ? EMPTY : part;
  return diagrams.minus(part, diagrams.restrict(part, level, 1 << state));
}
