import {
  type Condition,
  eventsHeard,
  type Handlers,
  type Lifecycle,
  type Region,
  type System,
  secondsOf,
  statusOf,
} from '../../model/index.ts';
import { type Handled, handledIn, onlyPhase, toldBy } from './handlers.ts';

/** A guard by the name of its implementation, and what is passed to that. */
export interface ExportedGuard {
  readonly type: 'holds' | 'accepted' | 'answered';
  readonly params: { readonly command?: string; readonly condition?: Condition };
}

/** Of the values in a configuration only guards have these two keys and such a type. */
export const isExportedGuard = (value: unknown): value is ExportedGuard =>
  typeof value === 'object' &&
  value !== null &&
  'params' in value &&
  'type' in value &&
  ['holds', 'accepted', 'answered'].includes(String(value.type));

interface ExportedTransition {
  readonly target?: string;
  readonly guard?: ExportedGuard;
  readonly actions?: readonly object[];
  readonly reenter?: true;
}

/**
 * A lifecycle as the configuration of an XState machine in JSON. What it names are the guards and actions of
 * `implementationsOf`, one for all lifecycles, whose parameters are the conditions: so the text is plain data, and
 * `createMachine` makes of it a machine that behaves as the lifecycle's own.
 */
export function xstate(system: System, lifecycle: Lifecycle, phase?: string): string {
  const shown = phase === undefined ? lifecycle : onlyPhase(lifecycle, phase);
  return `${JSON.stringify(configurationOf(system, shown, lifecycle), null, 2)}\n`;
}

function configurationOf(system: System, lifecycle: Lifecycle, whole: Lifecycle): object {
  const { chart, commands, facts, rules } = lifecycle;
  const listener: Listener = {
    lifecycle,
    heard: new Set(eventsHeard(chart)),
    told: toldBy(system, lifecycle.kind),
  };
  const regions = Object.entries(chart.states);
  const others = Object.entries(whole.chart.states).filter(([name]) => !Object.hasOwn(chart.states, name));
  const on = handlers(listener, handledIn(chart.on), (target) => `.${target}`);
  for (const command of Object.keys(commands)) on[command] = [...(on[command] ?? []), answer(command)];
  return {
    id: chart.id,
    description: `${system.title}: ${lifecycle.kind}`,
    type: 'parallel',
    context: {
      facts: {
        ...Object.fromEntries(Object.entries(facts).map(([name, { usual }]) => [name, usual])),
        ...Object.fromEntries(others.map(([name, { initial }]) => [name, statusOf(initial)])),
      },
      standing: Object.fromEntries(regions.map(([name, { initial }]) => [name, initial])),
      rules: Object.fromEntries(
        Object.entries(rules).map(([command, list]) => [command, list.map(({ mark: _, ...rule }) => rule)]),
      ),
    },
    on: { ...on, facts: { actions: [{ type: 'takeFacts' }] } },
    states: Object.fromEntries(regions.map(([name, region]) => [name, regionOf(listener, name, region)])),
  };
}

/** A chart and what is listened for in it and around it. */
interface Listener {
  readonly lifecycle: Lifecycle;
  readonly heard: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
}

function regionOf(listener: Listener, name: string, { initial, on, states }: Region): object {
  const nodes = Object.entries(states).map(([state, node]) => {
    const code = listener.lifecycle.phases[name]?.[state];
    const delays = delaysIn(node.after);
    const long = delays
      .filter(({ event }) => Number(event) > LONGEST)
      .map(({ event, moves }) => {
        const over = `xstate.after.${event}.${listener.lifecycle.chart.id}.${name}.${state}`;
        return { event: over, moves, wait: { type: 'wait', params: { over, milliseconds: Number(event) } } };
      });
    const short = delays.filter(({ event }) => Number(event) <= LONGEST);
    return [
      state,
      {
        on: {
          ...handlers(listener, [...handledIn(node.on), ...long], (target) => target),
          ...Object.fromEntries(long.map(({ event, wait }) => [`${event}.part`, [{ actions: [wait] }]])),
        },
        after: handlers(listener, short, (target) => target),
        entry: [
          { type: 'stand', params: { region: name, state } },
          ...signals(listener, `entered ${name}.${state}`),
          ...long.map(({ wait }) => wait),
        ],
        exit: [
          ...signals(listener, `left ${name}.${state}`),
          ...long.map(({ event: over }) => ({ type: 'stopWaiting', params: { over } })),
        ],
        meta: { status: statusOf(state), ...(code === undefined ? {} : { code }) },
      },
    ] as const;
  });
  return {
    initial,
    on: handlers(listener, handledIn(on), (target) => `.${target}`),
    states: Object.fromEntries(nodes),
  };
}

/** The longest that a timer of the platform waits, 24.8 days: a longer delay is waited for in parts. */
const LONGEST = 2 ** 31 - 1;

/** Delays by their length in milliseconds: one that the system decides takes an hour. Of equal ones the first counts first. */
function delaysIn(after: Handlers | undefined): Handled[] {
  const merged = new Map<string, Handled>();
  for (const { event, moves } of handledIn(after)) {
    const length = String((secondsOf(event) ?? 3600) * 1000);
    merged.set(length, { event: length, moves: [...(merged.get(length)?.moves ?? []), ...moves] });
  }
  return [...merged.values()];
}

function handlers(
  { lifecycle }: Listener,
  handled: readonly Handled[],
  place: (target: string) => string,
): Record<string, ExportedTransition[]> {
  return Object.fromEntries(
    handled.map(({ event, moves }) => {
      const command = Object.hasOwn(lifecycle.commands, event) ? event : undefined;
      return [
        event,
        moves.map(({ target, guard, actions, reenter }) => ({
          ...(target === undefined ? {} : { target: place(target) }),
          ...guarded(command, guard),
          ...(actions ? { actions: actions.map((name) => ({ type: 'effect', params: { name } })) } : {}),
          ...(reenter ? { reenter } : {}),
        })),
      ];
    }),
  );
}

function guarded(command: string | undefined, condition: Condition | undefined): Pick<ExportedTransition, 'guard'> {
  if (command !== undefined) {
    return { guard: { type: 'accepted', params: { command, ...(condition === undefined ? {} : { condition }) } } };
  }
  return condition === undefined ? {} : { guard: { type: 'holds', params: { condition } } };
}

/** An accepted command that moves no phase is an answer all the same. */
const answer = (command: string): ExportedTransition => ({
  guard: { type: 'answered', params: { command } },
  actions: [{ type: 'answer', params: { command } }],
});

function signals({ heard, told }: Listener, signal: string): object[] {
  return [
    ...(heard.has(signal) ? [{ type: 'raise', params: { signal } }] : []),
    ...(told.has(signal) ? [{ type: 'tell', params: { signal } }] : []),
  ];
}
