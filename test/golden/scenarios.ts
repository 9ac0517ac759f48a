import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { explain } from '../../src/engine/explain.ts';
import type { CodeRow, System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';

/** The scenario that `explain` finds for each code, kept in a file: finding all of them takes minutes. */
export interface Golden {
  readonly [row: string]: readonly string[] | null;
}

export const rowName = ({ code, name }: CodeRow): string => (String(code) === name ? name : `${code} ${name}`);

/** The rows of which a scenario is owed. */
export const owed = ({ codes }: System): CodeRow[] => codes.filter(({ kind }) => kind !== 'informational');

export function search(system: System, row: CodeRow): readonly string[] | null {
  const reader = new ScenarioReader(system);
  const found = explain(system, String(row.code), (line) => reader.line(line));
  return found.find(({ name }) => name === row.name)?.scenario ?? null;
}

const fileOf = (system: System): string => fileURLToPath(new URL(`${system.name}.scenarios.json`, import.meta.url));

/** Empty for a system whose scenarios were never searched for: its tests say which are missing. */
export const readGolden = (system: System): Golden =>
  existsSync(fileOf(system)) ? (JSON.parse(readFileSync(fileOf(system), 'utf8')) as Golden) : {};

export function writeGolden(system: System, golden: Golden): void {
  writeFileSync(fileOf(system), `${JSON.stringify(golden, null, 1)}\n`);
}
