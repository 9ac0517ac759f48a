import { describe } from '../../condition/sentence.ts';
import { kept, type Lifecycle, type System } from '../../model/index.ts';
import type { ExportedGuard } from '../../xstate/implementations.ts';
import { isExportedGuard, xstate } from './xstate.ts';

/** The machine of the JSON as a TypeScript module, which gives each guard a name in words and lists its condition. */
export function xstateTs(system: System, lifecycle: Lifecycle, phase?: string): string {
  const names = guardNames(lifecycle);
  const configuration = JSON.parse(xstate(system, lifecycle, phase), (_, value) =>
    isExportedGuard(value) ? names.nameOf(value) : value,
  );
  const guards = [...names.guards].map(([name, guard]) => `  ${JSON.stringify(name)}: ${JSON.stringify(guard)},`);
  const title = `${system.title}: ${lifecycle.kind}${phase === undefined ? '' : `.${phase}`}`;
  return [
    `// ${title.replaceAll(/\s+/g, ' ')}`,
    "import { implementationsOf } from 'migration-lifecycles';",
    "import { setup } from 'xstate';",
    '',
    '/** What each guard asks. */',
    'const guards = {',
    ...guards,
    '} as const;',
    '',
    '/** Facts that depend on the parameters of an event are functions of the lifecycle: pass it to have them. */',
    'export const machineWith = (lifecycle: Parameters<typeof implementationsOf>[0] = {}) =>',
    `  setup(implementationsOf(lifecycle, guards)).createMachine(${JSON.stringify(configuration, null, 2).replaceAll('\n', '\n  ')});`,
    '',
    'export const machine = machineWith();',
    '',
  ].join('\n');
}

/** A unique name for each guard, which describes its condition, and the guards by these names. */
function guardNames(lifecycle: Lifecycle) {
  const guards = new Map<string, ExportedGuard>();
  const nameOf = (guard: ExportedGuard): string => {
    const words = inWords(guard, lifecycle);
    for (let next = 1; ; next += 1) {
      const name = next === 1 ? words : `${words} (${next})`;
      if (JSON.stringify(kept(guards, name, () => guard)) === JSON.stringify(guard)) return name;
    }
  };
  return { guards, nameOf };
}

function inWords({ type, params: { command, condition } }: ExportedGuard, lifecycle: Lifecycle): string {
  const said = condition === undefined ? [] : [describe(condition, lifecycle)];
  const first = { holds: [], accepted: [`${command} is accepted`], answered: [`${command} is not refused`] }[type];
  return [...first, ...said].join(', and ');
}
