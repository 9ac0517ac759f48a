import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { owed, PROVING, rowName, search, writeGolden } from './scenarios.ts';

/** `npm run golden [SYSTEM …]`: searches for a scenario of every code and writes test/golden/SYSTEM.scenarios.json. */
const asked = process.argv.slice(2);
for (const system of Object.values(systems) as System[]) {
  if (asked.length > 0 && !asked.includes(system.name)) continue;
  const rows = owed(system);
  const began = performance.now();
  const found = rows.map((row, index) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${system.name} ${index + 1}/${rows.length} `);
    return [rowName(row), search(system, row, PROVING)] as const;
  });
  writeGolden(system, Object.fromEntries(found));
  const count = (proven: string | null): number => found.filter(([, each]) => each && each.proven === proven).length;
  const missing = found.filter(([, each]) => each === null).map(([name]) => name);
  const unproven = found.filter(([, each]) => each?.proven === null).map(([name]) => name);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(`${system.name}: ${rows.length} codes, ${seconds} s`);
  console.log(`  proven the shortest of all: ${count('world')}; in the space of an entity: ${count('space')}`);
  if (unproven.length > 0) console.log(`  not proven: ${unproven.join(', ')}`);
  if (missing.length > 0) console.log(`  none for ${missing.join(', ')}`);
}
