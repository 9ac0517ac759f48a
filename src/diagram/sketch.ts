import { formulaOf } from '../condition/formula.ts';
import { knownFrom, truthOf } from '../condition/truth.ts';
import {
  type Code,
  type Condition,
  isPhase,
  type Lifecycle,
  movesOf,
  NOT_RUN,
  type Region,
  statusOf,
  type Transition,
} from '../model/index.ts';
import { refusalsIn } from './refusals.ts';

/** A lifecycle, or one region of it, as it is drawn: what every picture and every text format starts from. */
export interface Sketch {
  /** The kind of entity, with the phase behind a dot where only that is drawn: `job`, `job.SCAN`. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** In the order of the chart, phases and bookkeeping alike. */
  readonly regions: readonly SketchRegion[];
}

export interface SketchRegion {
  /** The region's name in the chart. */
  readonly id: string;
  readonly title: string;
  /** One of the vendor's phases, rather than something that the phases depend on. */
  readonly phase: boolean;
  /** The id of the state in which it begins. */
  readonly initial: string;
  readonly states: readonly SketchState[];
  /** What changes or re-enters a state, in the order in which the chart asks. */
  readonly transitions: readonly SketchTransition[];
  /** What changes no state and only has effects: `to` is `from`. */
  readonly effects: readonly SketchTransition[];
}

export interface SketchState {
  /** The state's name in the chart; `null` for a phase that has not run. */
  readonly id: string;
  readonly title: string;
  /** Null for the phase that has not run, and for every state of a region that is no phase. */
  readonly status: string | null;
  /** The vendor's code of the status, null where it has none. */
  readonly code: Code | null;
  /** Nothing is meant to lead on from here. */
  readonly end: boolean;
  /**
   * The commands that are refused because the region stands here, with the codes in the order in which they are asked.
   * Whether one of them is given may also depend on other things; `always` says that it does not.
   */
  readonly refusals: readonly SketchRefusal[];
}

export interface SketchRefusal {
  readonly command: string;
  readonly codes: readonly Code[];
  /** Whatever else is the case, the command is refused here with one of the codes. */
  readonly always: boolean;
}

/** `from` of a transition that is taken from whatever state of its region has none of its own that may be taken. */
export const FROM_ANY = '*';

export type TransitionKind = 'command' | 'report' | 'delay' | 'signal' | 'internal';

export interface SketchTransition {
  /** A state of the region, or ANY. */
  readonly from: string;
  readonly to: string;
  /** Where it can be taken: `from`, or of all states those in which neither its guard nor a gate rules it out. */
  readonly sources: readonly string[];
  /** The event as a person reads it, without its guard: `scan.start`, `after 5m`. */
  readonly label: string;
  /** The chart's own words for it: an event, a signal (`entered SCAN.RUNNING`) or a delay (`5m`). One or more. */
  readonly events: readonly string[];
  /** The condition in words; absent where there is none. */
  readonly guard?: string;
  readonly kind: TransitionKind;
  /** The code that the new status carries as its error; `$code` for the event's own. */
  readonly error?: Code;
  /** The names of the effects that it has. */
  readonly actions: readonly string[];
  /** Every other region of the entity begins anew with it. */
  readonly resets: boolean;
}

export interface SketchOptions {
  /** Only this region of the chart. */
  readonly phase?: string;
  /** How a condition reads; default: as a formula. */
  readonly says?: (condition: Condition) => string;
}

/** Reads a lifecycle's data into what is drawn of it. Throws a RangeError where the chart has no such phase. */
export function sketchOf(lifecycle: Lifecycle, { phase, says = formulaOf }: SketchOptions = {}): Sketch {
  const { kind, chart } = lifecycle;
  const names = phase === undefined ? Object.keys(chart.states) : [phase];
  const regions = names.map((name) => {
    const region = Object.hasOwn(chart.states, name) ? chart.states[name] : undefined;
    if (!region) throw new RangeError(`${kind} has no region ${name}`);
    return regionOf(lifecycle, name, region, says);
  });
  const id = phase === undefined ? kind : `${kind}.${phase}`;
  return {
    id,
    title: phase === undefined ? kind : `${kind} ${phase}`,
    description: descriptionOf(kind, regions),
    regions,
  };
}

/** The states in which a transition of all of them can be taken: no guard, gate or transition of their own is before it. */
function sourcesOf(region: Region, refusals: Refusals, name: string, event: string, { guard }: Transition): string[] {
  return [...refusals].flatMap(([state, refused]) => {
    if (guard && truthOf(guard, knownFrom({ [name]: statusOf(state) })) === false) return [];
    if (movesOf(region.states[state]?.on, event).some((own) => own.guard === undefined)) return [];
    return refused.some(({ command, always }) => always && command === event) ? [] : [state];
  });
}

type Refusals = ReadonlyMap<string, readonly SketchRefusal[]>;

function regionOf(lifecycle: Lifecycle, name: string, region: Region, says: (condition: Condition) => string) {
  const phase = isPhase(name);
  const codes = lifecycle.phases[name] ?? {};
  const refusals = refusalsIn(lifecycle, name);
  const read = (event: string, kind: TransitionKind, from: string, move: Transition): SketchTransition => ({
    from,
    to: move.target ?? from,
    sources: from === FROM_ANY ? sourcesOf(region, refusals, name, event, move) : [from],
    label: kind === 'delay' ? `after ${event}` : event,
    events: [event],
    ...guardOf(move, says),
    kind,
    ...(move.error === undefined ? {} : { error: move.error }),
    actions: move.actions ?? [],
    resets: false,
  });
  const all = [
    ...wholeOf(lifecycle, name).map(({ event, move, target }) => ({
      ...read(event, kindOf(lifecycle, event), FROM_ANY, { ...move, target }),
      resets: true,
    })),
    ...listed(region.on, (event, move) => read(event, kindOf(lifecycle, event), FROM_ANY, move)),
    ...Object.entries(region.states).flatMap(([state, node]) => [
      ...listed(node.on, (event, move) => read(event, kindOf(lifecycle, event), state, move)),
      ...listed(node.after, (event, move) => read(event, 'delay', state, move)),
    ]),
  ];
  const leads = (each: SketchTransition): boolean =>
    each.to !== FROM_ANY && (each.from !== each.to || reenters(region, each));
  return {
    id: name,
    title: name,
    phase,
    initial: region.initial,
    states: Object.entries(region.states).map(([state, node]) => ({
      id: state,
      title: state === NOT_RUN ? 'not run' : state,
      status: phase ? statusOf(state) : null,
      code: Object.hasOwn(codes, state) ? (codes[state] ?? null) : null,
      end: node.end === true,
      refusals: refusals.get(state) ?? [],
    })),
    transitions: all.filter(leads),
    effects: all.filter((each) => !leads(each)),
  } satisfies SketchRegion;
}

/** In words; a condition that always holds is none. */
function guardOf({ guard }: Transition, says: (condition: Condition) => string): { guard?: string } {
  const words = guard === undefined ? 'always' : says(guard);
  return words === 'always' ? {} : { guard: words };
}

/** A transition to the state itself is one where it says a target; without a target it only has effects. */
function reenters(region: Region, { from, events: [event = ''], kind }: SketchTransition): boolean {
  const node = region.states[from];
  return movesOf(kind === 'delay' ? node?.after : node?.on, event).some(({ target }) => target === from);
}

function listed(handlers: Region['on'], read: (event: string, move: Transition) => SketchTransition) {
  return Object.keys(handlers ?? {}).flatMap((event) => movesOf(handlers, event).map((move) => read(event, move)));
}

/** The chart's own transitions that name a state of the region. */
function wholeOf({ chart }: Lifecycle, name: string) {
  return Object.keys(chart.on ?? {}).flatMap((event) =>
    movesOf(chart.on, event).flatMap((move) => {
      const [region, target] = move.target?.split('.') ?? [];
      return region === name && target !== undefined ? [{ event, move, target }] : [];
    }),
  );
}

function kindOf({ commands, reports }: Lifecycle, event: string): TransitionKind {
  if (Object.hasOwn(commands, event)) return 'command';
  if (Object.hasOwn(reports, event)) return 'report';
  return /^(entered|left) /.test(event) ? 'signal' : 'internal';
}

function descriptionOf(kind: string, regions: readonly SketchRegion[]): string {
  const told = regions
    .filter(({ phase }) => phase || regions.length === 1)
    .map(({ title, states }) => `${title}: ${states.map((state) => state.title).join(', ')}`);
  return `States of ${kind}. ${told.join('. ')}.`;
}
