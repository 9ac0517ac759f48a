import { describeEntity } from '../../src/answers/describe.ts';
import { xstate } from '../../src/diagram/export/xstate.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import type { Lifecycle, System } from '../../src/model/index.ts';

/**
 * What other programs read of a system: `describe --json`, the machine of `diagram --format xstate`, and the table of
 * gates for a page, of each entity in turn.
 */
export function exportsOf(system: System): string {
  const texts = Object.values<Lifecycle>(system.entities).map((lifecycle) => {
    const { kind } = lifecycle;
    const description = describeEntity(system, kind);
    return linesOf({ description, machine: JSON.parse(xstate(system, lifecycle)), gates: gateTable(system, kind) });
  });
  return `${texts.join('\n')}\n`;
}

const WIDTH = 120;

/** JSON with as much on a line as fits, so that a difference is easy to read. */
function linesOf(value: unknown, before = '', indent = ''): string {
  const line = indent + before + JSON.stringify(value);
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => linesOf(part, Array.isArray(value) ? '' : `${JSON.stringify(key)}: `, `${indent} `));
  return [indent + before + open, ...parts, indent + close].join('\n');
}
