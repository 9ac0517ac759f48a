import {
  type Chart,
  type Handlers,
  heardIn,
  type Lifecycle,
  movesOf,
  type Region,
  statusOf,
  type Transition,
  type Value,
} from '../../model/index.ts';

/** The origin of an event, as seen by one chart. */
type EventKind = 'command' | 'report' | 'signal' | 'outside';

/** An event and its transitions, in order. */
export interface Handled {
  readonly event: string;
  readonly moves: readonly Transition[];
}

export const handledIn = (handlers: Handlers | undefined): Handled[] =>
  Object.keys(handlers ?? {}).map((event) => ({ event, moves: movesOf(handlers, event) }));

/** The chart raises `entered R.S` and `left R.S` of its own regions. Signals of other entities come from outside. */
function isOwnSignal(chart: Chart, event: string): boolean {
  const [, region = '', state = ''] = /^(?:entered|left) ([^.]+)\.(.+)$/.exec(event) ?? [];
  return Object.hasOwn(chart.states, region) && Object.hasOwn(chart.states[region]?.states ?? {}, state);
}

export function kindOf({ chart, commands, reports }: Lifecycle, event: string): EventKind {
  if (Object.hasOwn(commands, event)) return 'command';
  if (Object.hasOwn(reports, event)) return 'report';
  return isOwnSignal(chart, event) ? 'signal' : 'outside';
}

/** What an exported lifecycle assumes of the world: usual values of facts, and initial statuses of the other regions. */
export function assumedBy({ chart, facts }: Lifecycle, whole: Lifecycle): [name: string, value: Value][] {
  const others = Object.entries(whole.chart.states).filter(([name]) => !Object.hasOwn(chart.states, name));
  return [
    ...Object.entries(facts).map(([name, { usual }]): [string, Value] => [name, usual]),
    ...others.map(([name, { initial }]): [string, Value] => [name, statusOf(initial)]),
  ];
}

/** The lifecycle of one phase alone: its conditions read the other regions as facts. */
export function onlyPhase(lifecycle: Lifecycle, phase: string): Lifecycle {
  const { chart } = lifecycle;
  const region = chart.states[phase] as Region;
  const heard = new Set(heardIn(phase, region));
  const whole = handledIn(chart.on).map(({ event, moves }): [string, Transition[]] => [
    event,
    moves.map(({ target, ...move }) =>
      target === undefined || target.startsWith(`${phase}.`)
        ? { ...move, ...(target === undefined ? {} : { target }) }
        : { ...move, target: `${phase}.${region.initial}` },
    ),
  ]);
  for (const [event] of whole) heard.add(event);
  const those = <Spec>(specs: { readonly [event: string]: Spec }): { readonly [event: string]: Spec } =>
    Object.fromEntries(Object.entries(specs).filter(([event]) => heard.has(event)));
  return {
    ...lifecycle,
    chart: { id: `${chart.id}-${phase}`, states: { [phase]: region }, on: Object.fromEntries(whole) },
    commands: those(lifecycle.commands),
    reports: those(lifecycle.reports),
    rules: those(lifecycle.rules),
  };
}
