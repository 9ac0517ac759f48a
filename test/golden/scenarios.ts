import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { searchExplanation } from '../../src/answers/search-explanation.ts';
import type { Effort } from '../../src/answers/scenarios-of-codes.ts';
import type { CodeRow, Proof, System } from '../../src/model/index.ts';
import { ScenarioReader } from '../../src/scenario/index.ts';

/** A scenario, and why it is known that none is shorter. */
export interface Found {
  readonly lines: number;
  readonly proven: Proof | null;
  readonly scenario: readonly string[];
}

/** The scenario that was found for each code, kept in a file, since proving takes longer than finding. */
export interface Golden {
  readonly [row: string]: Found | null;
}

export const rowName = ({ code, name }: CodeRow): string => (String(code) === name ? name : `${code} ${name}`);

/** The rows that must have a scenario. */
export const owed = ({ codes }: System): CodeRow[] => codes.filter(({ kind }) => kind !== 'informational');

/** Enough for all worlds of Egnyte, Dovecot and Dropsuite that are at most three lines away. */
export const PROVING: Effort = { situations: 21_000, prove: true };

/** The scenario found with the usual effort, or with another. */
export function search(system: System, row: CodeRow, effort: Partial<Effort> = {}): Found | null {
  const reader = new ScenarioReader(system);
  const { scenario, proven } = searchExplanation(system, row, (line) => reader.line(line), effort);
  return scenario && { lines: scenario.length, proven, scenario };
}

const fileOf = (system: System): string => fileURLToPath(new URL(`${system.name}.scenarios.json`, import.meta.url));

/** Empty for a system whose scenarios were never searched for: its tests say which are missing. */
export const readGolden = (system: System): Golden =>
  existsSync(fileOf(system)) ? (JSON.parse(readFileSync(fileOf(system), 'utf8')) as Golden) : {};

export function writeGolden(system: System, golden: Golden): void {
  writeFileSync(fileOf(system), `${JSON.stringify(golden, null, 1)}\n`);
}
