import type { Code, Mark } from './catalogue.ts';
import type { Condition } from './condition.ts';

/**
 * A chart is an XState configuration with parallel regions, one a phase, whose guards are conditions written as data.
 * `src/xstate` makes the machine from it; the engine compiles it. Regions in capitals are the vendor's phases; the
 * others keep what the phases depend on (properties, the step of a sequence) and are not shown as statuses.
 *
 * Besides commands, reports and delays a region may listen for the signals `entered REGION.STATE` and
 * `left REGION.STATE`, which every change raises, with the parameters of the event that caused it.
 */
export interface Chart {
  /** Without dots: a dot breaks `#id.state` targets at run time. */
  readonly id: string;
  readonly states: { readonly [region: string]: Region };
  /** Transitions of the whole entity: every other region starts afresh, silently. Asked when no region reacts. */
  readonly on?: Handlers;
}

export interface Region {
  readonly initial: string;
  readonly states: { readonly [state: string]: StateNode };
  /** From whatever state, where the state itself has no transition that may be taken. */
  readonly on?: Handlers;
}

export interface StateNode {
  readonly on?: Handlers;
  /** Delays counted from when the state was entered and dropped when it is left: `5m`, or a named delay. */
  readonly after?: Handlers;
  /** Nothing is meant to lead on from here. */
  readonly end?: true;
}

/** An event's transitions, in order: the first whose guard holds is taken. A word alone is its target. */
export type Handlers = { readonly [event: string]: Move | readonly Move[] };

export type Move = string | Transition;

export interface Transition {
  /** A state of the same region; on the chart itself `REGION.STATE`. None: only the actions. */
  readonly target?: string;
  readonly guard?: Condition;
  /** Named effects outside the chart: what the system keeps of an entity besides its statuses. */
  readonly actions?: readonly string[];
  /** The code that the new status carries as its error: one of the table, or `$code`, the event's parameter. */
  readonly error?: Code;
  /** Where the rule comes from, where that is not the mark of the code's row. */
  readonly mark?: Mark;
  /** The status changes without being listed as a change. */
  readonly silent?: true;
  /** Leave and enter the state anew even where it is the target: its delays count from now. */
  readonly reenter?: true;
}

/** The event by which a delay of a state ends. */
export const delayEvent = (region: string, state: string, delay: string): string => `after ${delay} ${region}.${state}`;

/** The state that stands for "has not run": its status is null. */
export const NOT_RUN = 'null';

export const statusOf = (state: string): string | null => (state === NOT_RUN ? null : state);
export const stateOf = (status: string | null): string => status ?? NOT_RUN;

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
