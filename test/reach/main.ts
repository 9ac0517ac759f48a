import { type SystemName, systems } from '../../machines/index.ts';
import { answersOf } from '../../machines/shipped.ts';
import type { System } from '../../src/model/index.ts';
import type { EntityAnswers } from '../../src/reach/shipped.ts';
import { codesOf, queryOf, sizeOf, workOut, writeAnswers, writeSize } from './shipped.ts';

/** How many cells (a status, a command, an answer) there are, and how many have no scenario. */
function cellsOf({ statuses }: EntityAnswers): { cells: number; without: number } {
  const cells = Object.values(statuses)
    .flatMap((phase) => Object.values(phase))
    .flatMap((commands) => Object.values(commands).flat());
  return { cells: cells.length, without: cells.filter(([, scenario]) => scenario < 0).length };
}

/**
 * `npm run reach [SYSTEM [KIND]…]`: works out what is reached and answered, and writes machines/SYSTEM/answers.ts and
 * scenarios.ts, and the sizes in test/golden/reach.json. With kinds only these are worked out anew.
 */
const [only, ...kinds] = process.argv.slice(2);
for (const system of Object.values(systems) as System[]) {
  if (only !== undefined && only !== system.name) continue;
  const before = kinds.length > 0 ? (await answersOf(system.name as SystemName)).entities : {};
  const entities: { [kind: string]: EntityAnswers } = {};
  for (const kind of Object.keys(system.entities)) {
    const known = before[kind];
    // With kinds named, the others stay as they are.
    if (!known && kinds.length > 0 && !kinds.includes(kind)) continue;
    const began = performance.now();
    if (known && !kinds.includes(kind)) {
      entities[kind] = known;
      continue;
    }
    const query = queryOf(system, kind);
    entities[kind] = workOut(query, (left) => process.stderr.write(`\r${system.name} ${kind}: ${left} to find   `));
    writeSize(`${system.name} ${kind}`, sizeOf(query));
    const { situations, scenarios } = entities[kind];
    const { cells, without } = cellsOf(entities[kind]);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(
      `\r${system.name} ${kind}: ${situations} situations, ${scenarios.length} scenarios, ` +
        `${without} of ${cells} cells without one, ${seconds} s`,
    );
  }
  writeAnswers(system, { system: system.name, entities, codes: codesOf(system) });
}
