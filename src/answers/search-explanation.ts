import { usesOf } from '../engine/where-used.ts';
import { type CodeRow, type Explanation, explanationOf, kept, type System } from '../model/index.ts';
import type { Read } from '../space/lines.ts';
import { type Effort, Scenarios } from './scenarios-of-codes.ts';

/** For somebody who waits for the answer: at most two seconds of searching whole worlds. */
const USUAL: Effort = { situations: 2500, prove: false };

/** All that is known of a row of the catalogue, a scenario for it searched for. */
export function searchExplanation(system: System, row: CodeRow, read: Read, effort: Partial<Effort> = {}): Explanation {
  const uses = usesOf(system, row);
  const isInformational = row.kind === 'informational';
  const scenario = isInformational ? undefined : scenariosOf(system, read).find(row, uses, { ...USUAL, ...effort });
  return explanationOf(system, row, { uses, scenario });
}

const searches = new WeakMap<System, Scenarios>();

const scenariosOf = (system: System, read: Read): Scenarios =>
  kept(searches, system, () => new Scenarios(system, read));
