import { isStatusOf } from '../../src/engine/where-used.ts';
import { World } from '../../src/engine/world.ts';
import { type CodeRow, isRefusal, type System } from '../../src/model/index.ts';
import { OPENING, type Read } from '../../src/space/lines.ts';
import { compileSpace } from '../../src/space/quotient.ts';
import { Plain } from '../space/plain.ts';

/** Distances in the space of an entity, in lines. */
export interface Distances {
  /** By `KIND REGION STATE`. */
  readonly states: ReadonlyMap<string, number>;
  /** Of the scenario whose last line shows the row: as a refusal, a status or the error of a status. */
  readonly rows: ReadonlyMap<CodeRow, number>;
}

/**
 * Breadth-first search of single situations, without sets. The opening is carried out step by step where a scenario
 * begins.
 */
export function distancesIn(system: System, kind: string, read: Read): Distances {
  const states = new Map<string, number>();
  const rows = new Map<CodeRow, number>();
  const note = <Key>(distances: Map<Key, number>, key: Key, lines: number): void => {
    if (!distances.has(key)) distances.set(key, lines);
  };
  const quotient = compileSpace(system, kind, { asNew: true, sayable: true });
  const plain = new Plain(system, kind, quotient, new World(system));
  const seen = new Set([plain.initial]);
  let situations = [plain.initial];
  for (let lines = 0; situations.length > 0; lines += 1) {
    const next = lines === 0 ? [opened(plain, read)] : [];
    for (const situation of situations) {
      quotient.places.forEach(({ kind: of, name, states: all }, place) => {
        note(states, `${of} ${name} ${all[situation.charCodeAt(place)]}`, lines);
      });
      for (const letter of quotient.letters) {
        plain.stand(situation);
        const { taken, rule } = plain.take(letter);
        for (const row of system.codes) if (isShown(row, taken, rule)) note(rows, row, lines + 1);
        next.push(plain.standing());
      }
    }
    situations = [...new Set(next)].filter((situation) => !seen.has(situation));
    for (const situation of situations) seen.add(situation);
  }
  return { states, rows };

  function isShown(row: CodeRow, taken: boolean, rule: ReturnType<Plain['take']>['rule']): boolean {
    if (rule && isRefusal(rule)) return rule.code === row.code;
    if (!taken) return false;
    return plain.world.changes.some(({ entity, region, state, error }) => {
      if (error === row.code) return true;
      const { name, states: all } = entity.lifecycle.regions[region] as (typeof entity.lifecycle.regions)[number];
      const status = all[state] as string;
      return entity.lifecycle.source.phases[name]?.[status] === row.code && isStatusOf(system, row, name, status);
    });
  }
}

/** Where the opening ends; the beginning if not all of it is taken. */
function opened(plain: Plain, read: Read): string {
  plain.stand(plain.initial);
  for (const step of read(OPENING)) {
    if ('wait' in step || !plain.members.some((member) => member.kind === step.kind)) return plain.initial;
    const before = plain.standing();
    plain.take({ kind: step.kind, event: step.type, params: step.params, line: undefined });
    if (plain.standing() === before) return plain.initial;
  }
  return plain.standing();
}
