import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf, occurrencesOf } from '../../machines/shipped.ts';
import type { Occurrences, System } from '../../src/model/index.ts';
import { occurrencesIn } from '../../src/reach/occurrences.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { codesOf, queryOf, sizeOf, workOut, writeShipped, writeSize } from './shipped.ts';

/** How many cells (a status, a command, an answer) there are, and how many have no scenario. */
function cellsOf({ statuses }: EntityAnswers): { cells: number; without: number } {
  const cells = Object.values(statuses)
    .flatMap((phase) => Object.values(phase))
    .flatMap((commands) => Object.values(commands).flat());
  return { cells: cells.length, without: cells.filter(([, scenario]) => scenario < 0).length };
}

/**
 * `npm run reach [SYSTEM [KIND]…]`: works out what is reached and answered, and writes machines/SYSTEM/answers.ts,
 * scenarios.ts and occurrences.ts, and the sizes in test/golden/reach.json. With kinds, only these are worked out anew.
 */
const [only, ...kinds] = process.argv.slice(2);
for (const system of Object.values(systems) as System[]) {
  if (only !== undefined && only !== system.name) continue;
  const name = system.name as SystemName;
  const before = kinds.length > 0 ? (await answersOf(name)).entities : {};
  const occurredBefore = kinds.length > 0 ? await occurrencesOf(name) : {};
  const entities: { [kind: string]: EntityAnswers } = {};
  const occurrences: { [kind: string]: Occurrences } = {};
  for (const kind of Object.keys(system.entities)) {
    const [known, occurred] = [before[kind], occurredBefore[kind]];
    if (kinds.length > 0 && !kinds.includes(kind)) {
      if (known) entities[kind] = known;
      if (occurred) occurrences[kind] = occurred;
      continue;
    }
    const began = performance.now();
    const query = queryOf(system, kind);
    const answers = workOut(query, (left) => process.stderr.write(`\r${name} ${kind}: ${left} to find   `));
    entities[kind] = answers;
    occurrences[kind] = occurrencesIn(query);
    writeSize(`${name} ${kind}`, sizeOf(query));
    const { situations, scenarios } = answers;
    const { cells, without } = cellsOf(answers);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `\r${name} ${kind}: ${situations} situations, ${scenarios.length} scenarios, ` +
        `${without} of ${cells} cells without one, ${seconds} s`,
    );
  }
  writeShipped(system, { answers: { system: name, entities, codes: codesOf(system) }, occurrences });
}
