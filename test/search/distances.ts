import { World } from '../../src/engine/world.ts';
import { isRefusal, type System } from '../../src/model/index.ts';
import type { Letter } from '../../src/space/letters.ts';
import { type Read, spaceOf } from '../../src/space/space.ts';
import { Plain } from '../space/plain.ts';

/** The situations of a space at this distance, in lines. */
export interface Level {
  readonly lines: number;
  readonly situations: readonly string[];
  /** Where any of them can be stood in. */
  readonly plain: Plain;
  readonly letters: readonly Letter[];
}

/**
 * Level by level, by a search that knows nothing of classes and bits: one situation after another, the opening carried out
 * step by step where the scenario begins.
 */
export function* levelsOf(system: System, kind: string, read: Read): Generator<Level> {
  const { quotient } = spaceOf(system, kind, read, { asNew: true }).layout;
  const { letters } = quotient;
  const plain = new Plain(system, kind, quotient, new World(system));
  const seen = new Set([plain.initial]);
  let situations = [plain.initial];
  for (let lines = 0; situations.length > 0; lines += 1) {
    yield { lines, situations, plain, letters };
    const next = situations.flatMap((situation) =>
      letters.map((letter) => {
        plain.stand(situation);
        plain.take(letter);
        return plain.standing();
      }),
    );
    if (lines === 0) next.push(opened(system, plain, read));
    situations = [...new Set(next)].filter((situation) => !seen.has(situation));
    for (const situation of situations) seen.add(situation);
  }
}

/** How many lines away everything is: `PLACE STATE` for a state that a place stands in, `CODE` for a refusal. */
export function distancesIn(system: System, kind: string, read: Read): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const note = (name: string, lines: number): void => {
    if (!found.has(name)) found.set(name, lines);
  };
  for (const { lines, situations, plain, letters } of levelsOf(system, kind, read)) {
    for (const situation of situations) {
      for (let place = 0; place < situation.length; place += 1) note(`${place} ${situation.charCodeAt(place)}`, lines);
      for (const letter of letters) {
        plain.stand(situation);
        const { rule } = plain.take(letter);
        if (rule && isRefusal(rule)) note(String(rule.code), lines + 1);
      }
    }
  }
  return found;
}

/** Where the opening ends; the beginning where not all of it is taken. */
function opened(system: System, plain: Plain, read: Read): string {
  plain.stand(plain.initial);
  for (const step of system.ready.flatMap(read)) {
    if ('wait' in step || !plain.members.some((member) => member.kind === step.kind)) return plain.initial;
    const before = plain.standing();
    plain.take({ kind: step.kind, event: step.type, params: step.params, line: undefined });
    if (plain.standing() === before) return plain.initial;
  }
  return plain.standing();
}
