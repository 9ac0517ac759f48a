import { systems } from '../../machines/index.ts';
import type { System } from '../../src/model/index.ts';
import { owed, rowName, search, writeGolden } from './scenarios.ts';

/** `npm run golden [SYSTEM …]`: finds the scenario of every code anew and writes test/golden/SYSTEM.scenarios.json. */
const asked = process.argv.slice(2);
for (const system of Object.values(systems) as System[]) {
  if (asked.length > 0 && !asked.includes(system.name)) continue;
  const rows = owed(system);
  const began = performance.now();
  const found = rows.map((row, index) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${system.name} ${index + 1}/${rows.length} `);
    return [rowName(row), search(system, row)] as const;
  });
  writeGolden(system, Object.fromEntries(found));
  const missing = found.filter(([, scenario]) => scenario === null).map(([name]) => name);
  console.log(`${system.name}: ${rows.length} codes, ${((performance.now() - began) / 1000).toFixed(0)} s${missing.length ? `, none for ${missing.join(', ')}` : ''}`);
}
