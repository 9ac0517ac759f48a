import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systems } from '../../machines/index.ts';
import { kindsWithCommands } from '../cli/commands/gate/kinds.ts';
import { gateTable } from '../gating/gate-table.ts';
import type { GateTable, System, Value } from '../model/index.ts';

/** Writes the gate module and its types for every entity that takes commands. Returns the files. */
export function writeGates(folder: string, gate: string): string[] {
  return Object.values<System>(systems).flatMap((system) => {
    mkdirSync(join(folder, system.name), { recursive: true });
    return kindsWithCommands(system).flatMap((kind) => {
      const { table } = gateTable(system, kind);
      const path = join(folder, system.name, kind);
      writeFileSync(`${path}.js`, gateModule(table, gate));
      writeFileSync(`${path}.d.ts`, gateTypes(table, gate));
      return [`${path}.js`, `${path}.d.ts`];
    });
  });
}

/** The gate module of an entity: its table, and the function that reads it. */
export function gateModule(table: GateTable, gate: string): string {
  const parts = Object.entries(table).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},\n`);
  return `${heading(table)}import { gateFrom } from '${gate}';

export const gate = /* @__PURE__ */ gateFrom({
${parts.join('')}});
`;
}

/** Its types, with every word as a literal. */
function gateTypes(table: GateTable, gate: string): string {
  const { facts, commands, names, derived = {} } = table;
  const isNeeded = (fact: string): boolean => names.includes(fact) && !Object.hasOwn(derived, fact);
  const mark = (needed: boolean): string => (needed ? '' : '?');
  const membersOf = (part: 'phases' | 'facts' | 'beside', isWhole: boolean): string =>
    Object.entries(table[part] ?? {})
      .map(([name, values]) => {
        const needed = isWhole && (part !== 'facts' || isNeeded(name));
        return `${part === 'beside' ? '' : '  '}  readonly ${key(name)}${mark(needed)}: ${union(values)};\n`;
      })
      .join('');
  const view = (isWhole: boolean): string => `  readonly entity?: string;
  readonly phases${mark(isWhole)}: {
${membersOf('phases', isWhole)}  };
${membersOf('beside', isWhole)}  readonly facts${mark(isWhole && Object.keys(facts).some(isNeeded))}: {
${membersOf('facts', isWhole)}  };
`;
  return `${heading(table)}import type { Answer, Gate, PartialAnswer } from '${gate}';
export type { Answer, Gate, PartialAnswer };

export type Command =
${Object.keys(commands)
  .map((command) => `  | ${JSON.stringify(command)}`)
  .join('\n')};

/** What a UI sees of it. Facts that no gate reads, or that follow from the phases, may be left out. */
export interface View {
${view(true)}}

/** The same if some of it is unknown. */
export interface PartialView {
${view(false)}}

export declare const gate: Gate<Command, View, PartialView>;
`;
}

const heading = ({ system, entity }: GateTable): string =>
  `// The gates of the ${entity} of ${system}, generated from the model's data: changes here are lost.\n`;

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

const union = (values: readonly Value[]): string =>
  [...new Set(values.map((value) => (typeof value === 'boolean' ? 'boolean' : JSON.stringify(value))))].join(' | ');
