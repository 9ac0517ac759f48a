import { describeEntity } from '../../src/answers/describe.ts';
import { sentenceOf } from '../../src/condition/sentence.ts';
import { xstate } from '../../src/diagram/export/xstate.ts';
import { gateTable } from '../../src/gating/gate-table.ts';
import type { Lifecycle, System } from '../../src/model/index.ts';

/**
 * What tools show or use of each entity of a system: `describe --json`, the machine of `diagram --format xstate`, the
 * table of gates for a page, the situations that `gate check` assumes to be unreachable, its initial data, and the
 * lines that a search tries in order to change facts and to cause internal events.
 */
export function exportsOf(system: System): string {
  const texts = Object.values<Lifecycle>(system.entities).map((lifecycle) => {
    const { kind, facts, internal = {}, unreachable = [] } = lifecycle;
    return linesOf({
      description: describeEntity(system, kind),
      machine: JSON.parse(xstate(system, lifecycle)),
      gates: gateTable(system, kind),
      unreachable: unreachable.map((condition) => sentenceOf(condition, lifecycle)),
      changedBy: mapped(facts, ({ changedBy }) => changedBy),
      data: system.data[kind]?.(),
      causedBy: mapped(internal, ({ causedBy }) => causedBy),
    });
  });
  return `${texts.join('\n')}\n`;
}

const mapped = <Part, To>(parts: { readonly [name: string]: Part }, to: (part: Part) => To) =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, to(part)]));

const WIDTH = 120;

/** JSON with as much on a line as fits, so that a diff is easy to read. */
function linesOf(value: unknown, before = '', indent = ''): string {
  const line = indent + before + JSON.stringify(value);
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => linesOf(part, Array.isArray(value) ? '' : `${JSON.stringify(key)}: `, `${indent} `));
  return [indent + before + open, ...parts, indent + close].join('\n');
}
