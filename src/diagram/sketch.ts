import { formulaOf } from '../condition/formula.ts';
import {
  type Code,
  type Condition,
  delayEvent,
  groupedBy,
  isPhase,
  isRefusal,
  type Lifecycle,
  movesOf,
  type Occurrences,
  type Region,
  stateTitle,
  statusOf,
  type Transition,
} from '../model/index.ts';

/**
 * What is drawn of a lifecycle or of one region: the input of every picture and text format. Its transitions and refusals
 * occur in some reachable situation; states that do not are marked.
 */
export interface Sketch {
  /** The kind of entity. */
  readonly entity: string;
  /** The kind of entity, and the phase if only that is drawn: `job`, `job.SCAN`. */
  readonly id: string;
  readonly title: string;
  /** In the order of the chart, phases and bookkeeping alike. */
  readonly regions: readonly SketchRegion[];
}

export interface SketchRegion {
  /** The region's name in the chart. */
  readonly id: string;
  /** One of the vendor's phases, rather than something that the phases depend on. */
  readonly phase: boolean;
  /** The id of the initial state. */
  readonly initial: string;
  readonly states: readonly SketchState[];
  /** Transitions that change or re-enter a state, in the order in which the chart asks them. */
  readonly transitions: readonly SketchTransition[];
}

export interface SketchState {
  /** The state's name in the chart; `null` for a phase that has not run. */
  readonly id: string;
  readonly title: string;
  /** Null for the phase that has not run, and for every state of a region that is no phase. */
  readonly status: string | null;
  /** The vendor's code of the status, if it has one. */
  readonly code: Code | null;
  /** A final state of the model. */
  readonly end: boolean;
  /** Whether the state is reachable. */
  readonly reached: boolean;
  /**
   * The commands that are refused because of this state, with the codes in the order of their gates: in some situation with
   * this state such a gate decides, and would not hold if the region were in another state.
   */
  readonly refusals: readonly SketchRefusal[];
}

interface SketchRefusal {
  readonly command: string;
  readonly codes: readonly Code[];
  /** Whether the command is refused so in every situation with this state. */
  readonly always: boolean;
}

/** The `from` of a transition that the chart defines for a whole region. */
export const FROM_ANY = '*';

/** From what a person does to what follows automatically. */
export const transitionKinds = ['command', 'report', 'delay', 'signal', 'internal'] as const;
export type TransitionKind = (typeof transitionKinds)[number];

export interface SketchTransition {
  /** A state of the region, or FROM_ANY. */
  readonly from: string;
  readonly to: string;
  /** The states from which it is taken in some reachable situation; never empty. */
  readonly sources: readonly string[];
  /** The event as it is shown: `scan.start`, `after 5m`. */
  readonly label: string;
  /** The name in the chart: an event, a signal (`entered SCAN.RUNNING`) or a delay (`after 5m SCAN.RUNNING`). */
  readonly event: string;
  /** The condition in words, if there is one. */
  readonly guard?: string | undefined;
  readonly kind: TransitionKind;
  /** The code that the new status carries as its error; `$code` for the event's own. */
  readonly error?: Code | undefined;
}

interface SketchOptions {
  /** The parts of the lifecycle's data that occur. */
  readonly occurring: Occurrences;
  /** Only this region of the chart. */
  readonly phase?: string;
  /** Writes a condition; default: as a formula. */
  readonly says?: (condition: Condition) => string;
}

/** The kinds among the transitions, in the order of `transitionKinds`. */
export const kindsOf = (transitions: readonly SketchTransition[]): TransitionKind[] =>
  transitionKinds.filter((kind) => transitions.some((each) => each.kind === kind));

/** The regions in a picture of a whole entity: its phases, or every region if it has none. */
export function mainRegions(regions: readonly SketchRegion[]): readonly SketchRegion[] {
  const phases = regions.filter(({ phase }) => phase);
  return phases.length > 0 ? phases : regions;
}

/** Makes the sketch of a lifecycle. Throws a RangeError if the chart has no such region. */
export function sketchOf(lifecycle: Lifecycle, { occurring, phase, says = formulaOf }: SketchOptions): Sketch {
  const { kind, chart } = lifecycle;
  const names = phase === undefined ? Object.keys(chart.states) : [phase];
  const regions = names.map((name) => {
    const region = Object.hasOwn(chart.states, name) ? chart.states[name] : undefined;
    if (!region) throw new RangeError(`${kind} has no region ${name}`);
    return regionOf(lifecycle, name, region, occurring, says);
  });
  const id = phase === undefined ? kind : `${kind}.${phase}`;
  return { entity: kind, id, title: phase === undefined ? kind : `${kind} ${phase}`, regions };
}

function regionOf(
  lifecycle: Lifecycle,
  name: string,
  region: Region,
  { stands, taken, refused }: Occurrences,
  says: (condition: Condition) => string,
): SketchRegion {
  const phase = isPhase(name);
  const codes = lifecycle.phases[name] ?? {};
  const read = (of: ChartTransition): SketchTransition => {
    const { event, move } = of;
    const place = `${of.whole ? '**' : of.from === FROM_ANY ? '*' : ''}${of.index}`;
    const kind = of.delay === undefined ? kindOf(lifecycle, event) : 'delay';
    return {
      from: of.from,
      to: move.target ?? of.from,
      sources: Object.entries(taken[name]?.[event] ?? {}).flatMap(([state, places]) =>
        places.includes(place) && (of.from === FROM_ANY || of.from === state) ? [state] : [],
      ),
      label: of.delay === undefined ? event : `after ${of.delay}`,
      event,
      guard: guardOf(move, says),
      kind,
      error: move.error,
    };
  };
  return {
    id: name,
    phase,
    initial: region.initial,
    states: Object.entries(region.states).map(([state, node]) => ({
      id: state,
      title: stateTitle(state),
      status: phase ? statusOf(state) : null,
      code: Object.hasOwn(codes, state) ? (codes[state] ?? null) : null,
      end: node.end === true,
      reached: stands[name]?.includes(state) ?? false,
      refusals: refusalsOf(lifecycle, refused[name]?.[state] ?? {}),
    })),
    transitions: transitionsOf(lifecycle, name, region)
      .filter(({ move, from }) => leaves(move, from))
      .map(read)
      .filter(({ sources }) => sources.length > 0),
  };
}

/** Whether a transition leaves its state. A self-transition does so only with `reenter`; others only have effects. */
export const leaves = ({ target, reenter }: Transition, state: string): boolean =>
  target !== undefined && (target !== state || reenter === true);

/** A transition of the chart. */
interface ChartTransition {
  /** A state, or FROM_ANY. */
  readonly from: string;
  /** The name in the chart, and the length of a delay. */
  readonly event: string;
  readonly delay?: string;
  /** A transition of the whole chart, which restarts every other region. */
  readonly whole: boolean;
  readonly move: Transition;
  /** The index among the owner's transitions for the event. */
  readonly index: number;
}

/** First the transitions of the whole chart that name the region, then the region's, then those of its states. */
function transitionsOf({ chart }: Lifecycle, name: string, region: Region): ChartTransition[] {
  const listed = (handlers: Region['on'], from: string, whole = false) =>
    Object.keys(handlers ?? {}).flatMap((event) =>
      movesOf(handlers, event).map((move, index): ChartTransition => ({ from, event, whole, move, index })),
    );
  const wholes = listed(chart.on, FROM_ANY, true).flatMap((each) => {
    const [owner, target] = each.move.target?.split('.') ?? [];
    return owner === name && target !== undefined ? [{ ...each, move: { ...each.move, target } }] : [];
  });
  const own = Object.entries(region.states).flatMap(([state, node]) => [
    ...listed(node.on, state),
    ...listed(node.after, state).map((each) => ({
      ...each,
      event: delayEvent(name, state, each.event),
      delay: each.event,
    })),
  ]);
  return [...wholes, ...listed(region.on, FROM_ANY), ...own];
}

function refusalsOf({ rules }: Lifecycle, refused: Occurrences['refused'][string][string]): SketchRefusal[] {
  return Object.entries(refused).map(([command, { gates, always }]) => {
    const codes = gates
      .map((place) => rules[command]?.[place])
      .flatMap((rule) => (rule && isRefusal(rule) ? [rule.code] : []));
    return { command, codes: [...new Set(codes)], always };
  });
}

/** The guard in words, unless it always holds. */
function guardOf({ guard }: Transition, says: (condition: Condition) => string): string | undefined {
  const words = guard && says(guard);
  return words === 'always' ? undefined : words;
}

function kindOf({ commands, reports }: Lifecycle, event: string): TransitionKind {
  if (Object.hasOwn(commands, event)) return 'command';
  if (Object.hasOwn(reports, event)) return 'report';
  return /^(entered|left) /.test(event) ? 'signal' : 'internal';
}

/** The description for screen readers: the states and transitions. */
export function descriptionOf({ entity, regions }: Pick<Sketch, 'entity' | 'regions'>): string {
  const told = mainRegions(regions).map(({ id, states, transitions }) => {
    const ways = groupedBy(
      transitions,
      ({ sources, to }) => `${sources.map(stateTitle).join(', ')} to ${stateTitle(to)}`,
    );
    const said = [...ways].map(([way, alike]) => `${way}: ${[...new Set(alike.map(({ label }) => label))].join(', ')}`);
    return [`${id}: ${states.map((state) => state.title).join(', ')}`, ...said].join('. ');
  });
  return `States of ${entity}. ${told.join('. ')}.`;
}
