import type { Known } from '../condition/truth.ts';
import { testsOf } from '../condition/walk.ts';
import {
  type Chart,
  type Condition,
  delayEvent,
  type EventSpec,
  type Lifecycle,
  type Question,
  type System,
} from '../model/index.ts';
import { transitionsOf } from './where-used.ts';

/** Parameters by key; undefined for one that is left out. */
export type Variant = { readonly [key: string]: string | undefined };

export const specOf = ({ commands, reports }: Lifecycle, event: string): EventSpec =>
  (Object.hasOwn(commands, event) ? commands[event] : reports[event]) ?? { says: '' };

/** What is known of the names in a command's conditions if it has its plain form; of other names, what `known` says. */
export function knownInPlainForm(lifecycle: Lifecycle, command: string, known: Known): Known {
  const { plain: params = {} } = specOf(lifecycle, command);
  return (name) => {
    if (name.startsWith('$')) return [params[name.slice(1)] ?? null];
    const fact = lifecycle.facts[name];
    // A fact of the parameters alone needs no world.
    return known(name) ?? (fact?.paramsOnly ? [fact.of({ event: command, params } as Question)] : undefined);
  };
}

/** The event requires parameters and declares no plain form. */
export const needsParams = ({ plain, params = {} }: EventSpec): boolean =>
  !plain && Object.values(params).some(({ required }) => required);

/** A line of scenario text: the event in its plain form, with some parameters replaced or left out. */
export function lineOf(lifecycle: Lifecycle, event: string, variant: Variant): string {
  const { plain, anyParams: open, params: specs = {} } = specOf(lifecycle, event);
  const leavesOutNeeded = ([key, value]: [string, string | undefined]): boolean =>
    value === undefined && specs[key]?.required === true;
  const own = Object.fromEntries(Object.entries(variant).filter((each) => !leavesOutNeeded(each)));
  const varied = Object.keys(own).length > 0;
  return plainLine(lifecycle.kind, event, { ...(open && varied ? {} : plain), ...own });
}

/** A line of scenario text: an event with the parameters that are given. */
export const plainLine = (kind: string, event: string, params: Variant): string =>
  [
    kind,
    event,
    ...Object.entries(params).flatMap(([key, value]) => (value === undefined ? [] : `${key}=${value}`)),
  ].join(' ');

/** A wait for a delay of a chart. A named one counts as an hour. */
export const waitFor = (delay: string): string => `wait ${/^\d/.test(delay) ? delay : '1h'}`;

/** A wait for each delay of the chart. */
export const waitsOf = ({ chart }: Lifecycle): string[] => delaysOf(chart).map(({ delay }) => waitFor(delay));

/** The delays of a chart, each with the event raised at its end. */
export const delaysOf = ({ states: regions }: Chart): { event: string; delay: string }[] =>
  Object.entries(regions).flatMap(([region, { states }]) =>
    Object.entries(states).flatMap(([state, { after }]) =>
      Object.keys(after ?? {}).map((delay) => ({ event: delayEvent(region, state, delay), delay })),
    ),
  );

/**
 * Every line that a system's data suggests: each event in its plain form and with each parameter that a guard or rule
 * reads, whatever changes a fact or arms a fault, and a wait for each delay. Random scenarios are drawn from these.
 */
export function alphabetOf(system: System): string[] {
  const lines = new Set<string>();
  for (const lifecycle of Object.values(system.entities)) {
    for (const event of [...Object.keys(lifecycle.commands), ...Object.keys(lifecycle.reports)]) {
      if (!needsParams(specOf(lifecycle, event))) lines.add(lineOf(lifecycle, event, {}));
      for (const variant of variantsOf(lifecycle, event)) lines.add(lineOf(lifecycle, event, variant));
    }
    for (const { changedBy = [] } of Object.values(lifecycle.facts)) for (const line of changedBy) lines.add(line);
    for (const line of waitsOf(lifecycle)) lines.add(line);
  }
  for (const line of system.searchHints.flatMap((entry) => entry.split('\n'))) lines.add(line);
  for (const { arm } of (system.faults ?? []).slice(0, 3)) lines.add(arm);
  return [...lines];
}

/** Varies one parameter at a time, with a few of the values that conditions name. */
function variantsOf(lifecycle: Lifecycle, event: string): Variant[] {
  const { chart, rules } = lifecycle;
  const guards = guardsOf(chart, event);
  const conditions = [...guards, ...(rules[event] ?? []).map(({ when }) => when)];
  const known = conditions
    .flatMap(parametersIn)
    .filter(({ key }) => Object.hasOwn(specOf(lifecycle, event).params ?? {}, key));
  return known.flatMap(({ key, values }) => values.slice(0, 3).map((value) => ({ [key]: value })));
}

/** The guards of the event and of its signals, which carry the same parameters. */
function guardsOf(chart: Chart, event: string): Condition[] {
  return [...transitionsOf(chart)]
    .filter((place) => place.event === event || place.event.startsWith('entered '))
    .flatMap(({ move }) => (move.guard === undefined ? [] : [move.guard]));
}

function parametersIn(condition: Condition): { key: string; values: string[] }[] {
  return testsOf(condition)
    .filter(({ name }) => name.startsWith('$'))
    .map(({ name, values }) => ({ key: name.slice(1), values: values.filter((value) => value !== null).map(String) }));
}
