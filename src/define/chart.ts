import {
  type Handlers,
  isPhase,
  type Lifecycle,
  NOT_RUN,
  type Region,
  type System,
  secondsOf,
  type Transition,
} from '../model/index.ts';
import { checkCondition } from './conditions.ts';
import { checkCode, checkKnown, none, type PartPath, stateWord, type Tell } from './finding.ts';

/** A condition uses a bit mask over states. */
const MOST_STATES = 32;

/** Checks an entity's chart: everything its transitions name must exist. */
export function checkChart(system: System, lifecycle: Lifecycle, at: PartPath, report: Tell): void {
  const { chart } = lifecycle;
  const path = [...at, 'chart'];
  const events = eventsKnown(system, lifecycle);
  const walk = (on: Handlers | undefined, where: PartPath, region: Region | undefined, name: string): void =>
    checkHandlers(on, where, { system, lifecycle, events, region, name }, report);

  if (chart.id.includes('.')) report([...path, 'id'], 'has a dot; a dot separates a region from its state');
  if (Object.keys(chart.states).length === 0) report([...path, 'states'], 'is empty; it needs a region');
  walk(chart.on, [...path, 'on'], undefined, '');
  for (const [name, region] of Object.entries(chart.states)) {
    const here = [...path, 'states', name];
    const states = Object.keys(region.states);
    if (name.includes('.')) report(here, 'has a dot in its name; a dot separates a region from its state');
    if (['any', 'all', 'none'].includes(name)) report(here, `cannot be named ${name}, which combines conditions`);
    checkKnown(report, [...here, 'initial'], stateWord(name), region.initial, states);
    if (states.length > MOST_STATES)
      report([...here, 'states'], `has more than ${MOST_STATES} states; split it into two regions`);
    walk(region.on, [...here, 'on'], region, name);
    for (const [state, node] of Object.entries(region.states)) {
      const there = [...here, 'states', state];
      if (state.includes('.')) report(there, 'has a dot in its name; a dot separates a region from its state');
      walk(node.on, [...there, 'on'], region, name);
      checkHandlers(node.after, [...there, 'after'], { system, lifecycle, events: undefined, region, name }, report);
    }
  }
  checkPhases(lifecycle, at, report);
}

interface Place {
  readonly system: System;
  readonly lifecycle: Lifecycle;
  /** The events that can be handled here; undefined for delays. */
  readonly events: ReadonlySet<string> | undefined;
  /** Absent for the chart itself. */
  readonly region: Region | undefined;
  readonly name: string;
}

function checkHandlers(handlers: Handlers | undefined, path: PartPath, place: Place, report: Tell): void {
  const { system, events } = place;
  for (const [event, moves] of Object.entries(handlers ?? {})) {
    const here = [...path, event];
    if (events) checkKnown(report, here, 'event', event, events);
    else if (secondsOf(event) === undefined) checkKnown(report, here, 'delay', event, system.delays);
    const list = (Array.isArray(moves) ? moves : [moves]) as readonly (string | Transition)[];
    list.forEach((move, index) => {
      const where = Array.isArray(moves) ? [...here, index] : here;
      if (typeof move === 'string') checkTarget(move, where, place, report);
      else checkTransition(event, move, where, place, report);
    });
  }
}

function checkTarget(target: string, path: PartPath, { lifecycle, region, name }: Place, report: Tell): void {
  if (region) {
    checkKnown(report, path, stateWord(name), target, region.states);
    return;
  }
  const { states } = lifecycle.chart;
  const [other = '', state] = target.split('.');
  const aimed = Object.hasOwn(states, other) ? states[other] : undefined;
  if (!aimed) report(path, none('region', other, Object.keys(states)));
  else if (state === undefined) report(path, `names no state; on the whole chart it must be ${other}.STATE`);
  else checkKnown(report, path, stateWord(other), state, aimed.states);
}

function checkTransition(event: string, move: Transition, path: PartPath, place: Place, report: Tell): void {
  const { system, lifecycle } = place;
  const { target, guard, actions = [], error, mark } = move;
  const spec = specOf(lifecycle, event);
  const params = place.events === undefined ? {} : spec?.anyParams || !spec ? undefined : (spec.params ?? {});
  if (target !== undefined) checkTarget(target, [...path, 'target'], place, report);
  if (guard !== undefined) checkCondition(guard, { lifecycle, params }, [...path, 'guard'], report);
  actions.forEach((action, index) => {
    checkKnown(report, [...path, 'actions', index], 'effect', action, system.effects);
  });
  if (typeof error === 'string' && error.startsWith('$')) {
    const key = error.slice(1);
    if (params) checkKnown(report, [...path, 'error'], 'parameter', key, params);
  } else if (error !== undefined) checkCode(report, [...path, 'error'], error, system);
  if (mark !== undefined) checkKnown(report, [...path, 'mark'], 'mark', mark, system.marks);
}

const specOf = ({ commands, reports }: Lifecycle, event: string) =>
  Object.hasOwn(commands, event) ? commands[event] : Object.hasOwn(reports, event) ? reports[event] : undefined;

/** The events an entity can receive, including its own signals and those that links bring. */
function eventsKnown({ links, entities }: System, lifecycle: Lifecycle): ReadonlySet<string> {
  const { commands, reports, internal = {} } = lifecycle;
  const linked = links.flatMap(({ from, signals }) => {
    const raised = signalsOf(entities[from]);
    return signals.filter((signal) => raised.has(signal));
  });
  return new Set([...[commands, reports, internal].flatMap(Object.keys), ...signalsOf(lifecycle), ...linked]);
}

/** Every signal that changes of an entity can raise. */
export function signalsOf(lifecycle: Lifecycle | undefined): ReadonlySet<string> {
  const places = Object.entries(lifecycle?.chart.states ?? {}).flatMap(([region, { states }]) =>
    Object.keys(states).map((state) => `${region}.${state}`),
  );
  return new Set(places.flatMap((place) => [`entered ${place}`, `left ${place}`]));
}

/** The phases must have exactly the statuses of the chart. */
function checkPhases({ chart, phases }: Lifecycle, at: PartPath, report: Tell): void {
  const drawn = Object.keys(chart.states).filter(isPhase);
  for (const [phase, codes] of Object.entries(phases)) {
    const path = [...at, 'phases', phase];
    if (!drawn.includes(phase)) {
      report(path, none('phase', phase, drawn));
      continue;
    }
    const states = Object.keys(chart.states[phase]?.states ?? {}).filter((state) => state !== NOT_RUN);
    for (const status of Object.keys(codes)) checkKnown(report, [...path, status], 'status', status, states);
    for (const status of states) {
      if (!Object.hasOwn(codes, status)) report(path, `has no code for ${status}; use null if the vendor has none`);
    }
  }
  for (const phase of drawn) {
    if (!Object.hasOwn(phases, phase))
      report([...at, 'phases'], `has no codes for ${phase}; regions in capitals are phases`);
  }
}
