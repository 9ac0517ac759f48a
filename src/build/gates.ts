import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systems } from '../../machines/index.ts';
import { gateTable } from '../gating/gate-table.ts';
import type { GateTable, System, Value } from '../model/index.ts';

/** Writes the gate module and its types for every entity that takes commands. Returns the files. */
export function writeGates(folder: string, gate: string): string[] {
  return Object.values<System>(systems).flatMap((system) => {
    mkdirSync(join(folder, system.name), { recursive: true });
    const kinds = Object.keys(system.entities).filter((kind) => hasCommands(system, kind));
    return kinds.flatMap((kind) => {
      const { table } = gateTable(system, kind);
      const path = join(folder, system.name, kind);
      writeFileSync(`${path}.js`, gateModule(table, gate));
      writeFileSync(`${path}.d.ts`, gateTypes(table, gate));
      return [`${path}.js`, `${path}.d.ts`];
    });
  });
}

const hasCommands = ({ entities }: System, kind: string): boolean =>
  Object.keys(entities[kind]?.commands ?? {}).length > 0;

/** The gate module of an entity: its table, and the function that reads it. */
export function gateModule(table: GateTable, gate: string): string {
  const parts = Object.entries(table).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},\n`);
  return `${heading(table)}import { gateFrom } from '${gate}';

export const gate = /* @__PURE__ */ gateFrom({
${parts.join('')}});
`;
}

/** Its types, with every word as a literal. */
export function gateTypes(table: GateTable, gate: string): string {
  const { phases, beside = {}, facts, commands, names } = table;
  const besideLines = Object.entries(beside).map(([name, values]) => `  readonly ${key(name)}: ${union(values)};\n`);
  const phaseLines = Object.entries(phases).map(([name, values]) => `    readonly ${key(name)}: ${union(values)};\n`);
  const factLines = Object.entries(facts).map(
    ([name, values]) => `    readonly ${key(name)}${names.includes(name) ? '' : '?'}: ${union(values)};\n`,
  );
  const isAsked = Object.keys(facts).some((name) => names.includes(name));
  return `${heading(table)}import type { Answer, Gate } from '${gate}';
export type { Answer, Gate };

export type Command =
${Object.keys(commands)
  .map((command) => `  | ${JSON.stringify(command)}`)
  .join('\n')};

/** What a UI sees of it; facts that no gate reads may be left out. */
export interface View {
  readonly entity?: string;
  readonly phases: {
${phaseLines.join('')}  };
${besideLines.join('')}  readonly facts${isAsked ? '' : '?'}: {
${factLines.join('')}  };
}

export declare const gate: Gate<Command, View>;
`;
}

const heading = ({ system, entity }: GateTable): string =>
  `// The gates of the ${entity} of ${system}, generated from the model's data: changes here are lost.\n`;

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const union = (values: readonly Value[]): string =>
  [...new Set(values.map((value) => (typeof value === 'boolean' ? 'boolean' : JSON.stringify(value))))].join(' | ');
