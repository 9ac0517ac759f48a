import type { Code, Mark } from './catalogue.ts';
import type { Condition } from './condition.ts';

/**
 * A chart is an XState configuration with one parallel region per phase, whose guards are conditions written as data.
 * `src/xstate` makes the machine from it; the engine compiles it. Regions in capitals are the vendor's phases. The
 * others hold what the phases depend on (properties, the step of a sequence) and are not shown as statuses.
 *
 * Besides commands, reports and delays, a region may listen for the signals `entered REGION.STATE` and `left
 * REGION.STATE`. Every change raises them, with the parameters of the event that caused it.
 */
export interface Chart {
  /** Must not contain dots: a dot breaks `#id.state` targets at run time. */
  readonly id: string;
  readonly states: { readonly [region: string]: Region };
  /** Transitions of the whole entity: every other region restarts silently. Tried only if no region reacts. */
  readonly on?: Handlers;
}

export interface Region {
  readonly initial: string;
  readonly states: { readonly [state: string]: StateNode };
  /** Apply in every state, unless the state's own transition is enabled. */
  readonly on?: Handlers;
}

export interface StateNode {
  readonly on?: Handlers;
  /** Delays, counted from entry and cancelled on exit: `5m`, or a named delay. */
  readonly after?: Handlers;
  /** A terminal state: it is meant to have no way out. */
  readonly end?: true;
}

/** An event's transitions, in order: the first whose guard holds is taken. A bare word is a target. */
export type Handlers = { readonly [event: string]: Move | readonly Move[] };

export type Move = string | Transition;

export interface Transition {
  /** A state of the same region; on the chart itself, `REGION.STATE`. Without a target only the actions run. */
  readonly target?: string;
  readonly guard?: Condition;
  /** Names of the system's effects, which change what an entity keeps besides its statuses. */
  readonly actions?: readonly string[];
  /** The code that the new status carries as its error: a code of the table, or `$code`, the event's parameter. */
  readonly error?: Code;
  /** The source of the rule, if it differs from the mark of the code's row. */
  readonly mark?: Mark;
  /** The change of status is not listed as a change. */
  readonly silent?: true;
  /** Exit and re-enter even if the state is its own target: its delays start again. */
  readonly reenter?: true;
}

/** The event raised when a state's delay ends. */
export const delayEvent = (region: string, state: string, delay: string): string => `after ${delay} ${region}.${state}`;

/** What a signal says: the region, the state, and whether it was `entered` or `left`; undefined for another event. */
export function signalOf(event: string): { verb: string; region: string; state: string } | undefined {
  const [, verb, region, state] = /^(entered|left) ([^.]+)\.(.+)$/.exec(event) ?? [];
  return verb && region && state ? { verb, region, state } : undefined;
}

/** The state that means "has not run". Its status is null. */
export const NOT_RUN = 'null';

export const statusOf = (state: string): string | null => (state === NOT_RUN ? null : state);
export const stateOf = (status: string | null): string => status ?? NOT_RUN;

/** A status and a state as people read them. */
export const statusTitle = (status: string | null | undefined): string => status ?? 'not run';
export const stateTitle = (state: string): string => statusTitle(statusOf(state));

/** Phases are the regions named in capitals. */
export const isPhase = (region: string): boolean => /^[A-Z]/.test(region);

export const movesOf = (handlers: Handlers | undefined, event: string): readonly Transition[] => {
  const moves = handlers && Object.hasOwn(handlers, event) ? handlers[event] : undefined;
  if (moves === undefined) return [];
  const list = Array.isArray(moves) ? (moves as readonly Move[]) : [moves as Move];
  return list.map((move) => (typeof move === 'string' ? { target: move } : move));
};

/** Every event that a chart listens for, the delays of its states included. */
export function eventsHeard({ on, states }: Chart): string[] {
  const heard = new Set(Object.keys(on ?? {}));
  for (const [name, region] of Object.entries(states)) for (const event of heardIn(name, region)) heard.add(event);
  return [...heard];
}

export function* heardIn(name: string, { on, states }: Region): Generator<string> {
  yield* Object.keys(on ?? {});
  for (const [state, node] of Object.entries(states)) {
    yield* Object.keys(node.on ?? {});
    for (const delay of Object.keys(node.after ?? {})) yield delayEvent(name, state, delay);
  }
}
