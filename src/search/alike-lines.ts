import { plainLine } from '../engine/sample-lines.ts';
import type { Code, Lifecycle, System } from '../model/index.ts';
import type { Letter } from '../space/letters.ts';
import { isAlike } from '../space/parameter-values.ts';

/** Whether the data treats a code like the value of the letter's parameter. */
export function isLike({ entities }: System, { kind, event, params }: Letter, key: string, code: Code): boolean {
  const value = params[key];
  return value !== undefined && isAlike(entities[kind] as Lifecycle, event, key, value, String(code));
}

/** The letter's lines with another code in place of a value, if the data does not distinguish the two. */
export const linesWith = (system: System, letter: Letter, code: Code): string[] =>
  Object.keys(letter.params)
    .filter((key) => isLike(system, letter, key, code))
    .map((key) => plainLine(letter.kind, letter.event, { ...letter.params, [key]: String(code) }));
