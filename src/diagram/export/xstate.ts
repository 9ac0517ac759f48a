import type { Lifecycle, System } from '../../model/index.ts';
import { configurationOf, millisecondsOf, type Writing } from '../../xstate/configuration.ts';
import type { ExportedGuard } from '../../xstate/implementations.ts';
import { assumedBy, onlyPhase } from './handlers.ts';

/** Whether a value of a configuration is a guard: nothing else has both keys and one of these types. */
export const isExportedGuard = (value: unknown): value is ExportedGuard =>
  typeof value === 'object' &&
  value !== null &&
  'params' in value &&
  'type' in value &&
  ['holds', 'accepted', 'answered'].includes(String(value.type));

/**
 * A lifecycle as the configuration of an XState machine in JSON. It names the guards and actions of `implementationsOf`,
 * which are the same for every lifecycle and take the conditions as parameters. So the text is plain data, and
 * `createMachine` makes a machine from it that behaves like the lifecycle's own.
 */
export function xstate(system: System, lifecycle: Lifecycle, phase?: string): string {
  const shown = phase === undefined ? lifecycle : onlyPhase(lifecycle, phase);
  const { chart, rules } = shown;
  const configuration = {
    id: chart.id,
    description: `${system.title}: ${lifecycle.kind}`,
    type: 'parallel',
    context: {
      facts: Object.fromEntries(assumedBy(shown, lifecycle)),
      standing: Object.fromEntries(Object.entries(chart.states).map(([name, { initial }]) => [name, initial])),
      rules: Object.fromEntries(
        Object.entries(rules).map(([command, list]) => [command, list.map(({ mark: _, ...rule }) => rule)]),
      ),
    },
    ...configurationOf(system, shown, inJson),
  };
  return `${JSON.stringify(configuration, null, 2)}\n`;
}

const inJson: Writing = {
  guard: (command, condition) => {
    if (command !== undefined)
      return { guard: { type: 'accepted', params: { command, ...(condition === undefined ? {} : { condition }) } } };
    return condition === undefined ? {} : { guard: { type: 'holds', params: { condition } } };
  },
  answered: (command) => ({ guard: { type: 'answered', params: { command } } }),
  effect: (name) => ({ type: 'effect', params: { name } }),
  action: (type, params) => ({ type, params }),
  entry: (region, state) => [{ type: 'stand', params: { region, state } }],
  delay: (name) => String(millisecondsOf(name)),
};
