import { compileCondition, type Test } from '../condition/closure.ts';
import {
  type Code,
  delayEvent,
  heardIn,
  isPhase,
  type Lifecycle,
  movesOf,
  type Region,
  statusOf,
  type Transition,
} from '../model/index.ts';
import type { CompiledRule, CompiledTransition, Reactions, RegionReactions } from './compiled-transition.ts';

export interface CompiledRegion {
  readonly name: string;
  readonly shown: boolean;
  readonly states: readonly string[];
  readonly statuses: readonly (string | null)[];
  /** The vendor's code of each state. */
  readonly codes: readonly (Code | null)[];
  /** The signals raised on entering or leaving each state, if anything listens. */
  readonly entered: readonly (string | undefined)[];
  readonly left: readonly (string | undefined)[];
  /** The delays that start in each state. */
  readonly delays: readonly (readonly { readonly event: string; readonly delay: string }[])[];
}

export interface CompiledLifecycle {
  readonly kind: string;
  readonly source: Lifecycle;
  readonly regions: readonly CompiledRegion[];
  readonly regionIndex: ReadonlyMap<string, number>;
  readonly initial: Uint8Array;
  readonly reactions: AtNeed<Reactions>;
  readonly rules: AtNeed<readonly CompiledRule[]>;
  readonly is: AtNeed<Test>;
  /** The facts that do not depend on parameters. */
  readonly asked: readonly string[];
  readonly commands: ReadonlySet<string>;
  readonly reports: ReadonlySet<string>;
}

/** Tables by name, each computed on first use: most runs need only a few. */
export interface AtNeed<Table> {
  get(name: string): Table | undefined;
}

/** Compiles a lifecycle's data into tables. */
export function compile(lifecycle: Lifecycle, heardElsewhere: ReadonlySet<string>): CompiledLifecycle {
  const { chart, rules, is, facts, commands, reports } = lifecycle;
  const names = Object.keys(chart.states);
  const events = eventsOf(lifecycle);
  const regions = names.map((name) =>
    compileRegion(name, lifecycle, (signal) => events.has(signal) || heardElsewhere.has(signal)),
  );
  const reactions = atNeed(events, (event) => compileEvent(event, lifecycle, regions, events.get(event) ?? new Set()));
  const compiledRules = atNeed(new Set(Object.keys(rules)), (command) =>
    (rules[command] ?? []).map((rule) => ({ rule, test: compileCondition(rule.when, lifecycle) })),
  );
  return {
    kind: lifecycle.kind,
    source: lifecycle,
    regions,
    regionIndex: new Map(names.map((name, index) => [name, index])),
    initial: Uint8Array.from(regions, ({ name, states }) => indexOf(states, chart.states[name]?.initial, name)),
    reactions,
    rules: compiledRules,
    is: atNeed(new Set(Object.keys(is)), (name) => compileCondition(is[name], lifecycle)),
    asked: Object.keys(facts).filter((name) => !facts[name]?.usesParams),
    commands: new Set(Object.keys(commands)),
    reports: new Set(Object.keys(reports)),
  };
}

function atNeed<Table>(names: Pick<ReadonlySet<string>, 'has'>, make: (name: string) => Table): AtNeed<Table> {
  const made = new Map<string, Table>();
  return {
    get(name) {
      const known = made.get(name);
      if (known !== undefined || !names.has(name)) return known;
      const table = make(name);
      made.set(name, table);
      return table;
    },
  };
}

/** Every event, signal and delay that the chart reacts to, with the regions that do. */
function eventsOf({ chart }: Lifecycle): Map<string, Set<number>> {
  const events = new Map<string, Set<number>>(Object.keys(chart.on ?? {}).map((event) => [event, new Set()]));
  const hear = (event: string, region: number): void => {
    const known = events.get(event);
    if (known) known.add(region);
    else events.set(event, new Set([region]));
  };
  Object.entries(chart.states).forEach(([name, region], index) => {
    for (const event of heardIn(name, region)) hear(event, index);
  });
  return events;
}

function compileRegion(name: string, { chart, phases }: Lifecycle, heard: (signal: string) => boolean): CompiledRegion {
  const region = chart.states[name] as Region;
  const states = Object.keys(region.states);
  if (states.length > 32) throw new Error(`${chart.id}: ${name} has more than 32 states`);
  const signal = (verb: string) =>
    states.map((state) => `${verb} ${name}.${state}`).map((it) => (heard(it) ? it : undefined));
  return {
    name,
    shown: isPhase(name),
    states,
    statuses: states.map(statusOf),
    codes: states.map((state) => phases[name]?.[state] ?? null),
    entered: signal('entered'),
    left: signal('left'),
    delays: states.map((state) =>
      Object.keys(region.states[state]?.after ?? {}).map((delay) => ({ event: delayEvent(name, state, delay), delay })),
    ),
  };
}

function compileEvent(
  event: string,
  lifecycle: Lifecycle,
  regions: readonly CompiledRegion[],
  hearing: ReadonlySet<number>,
): Reactions {
  const { chart } = lifecycle;
  const reacting = [...hearing].map((index) => compileReactions(event, index, regions, lifecycle));
  const whole = movesOf(chart.on, event).map((move) => {
    if (move.target === undefined) return compileMove(move, [], lifecycle, true);
    const [name, target = ''] = move.target.split('.');
    const region = regions.findIndex((each) => each.name === name);
    return compileMove({ ...move, target }, regions[region]?.states ?? [], lifecycle, true, region);
  });
  return { regions: reacting, whole };
}

function compileReactions(
  event: string,
  index: number,
  regions: readonly CompiledRegion[],
  lifecycle: Lifecycle,
): RegionReactions {
  const { name, states } = regions[index] as CompiledRegion;
  const region = lifecycle.chart.states[name] as Region;
  const outer = movesOf(region.on, event).map((move) => compileMove(move, states, lifecycle, true));
  const lists = new Map<string, readonly CompiledTransition[]>();
  const transitions = states.map((state) => {
    const node = region.states[state];
    const delays = Object.keys(node?.after ?? {}).filter((delay) => delayEvent(name, state, delay) === event);
    const inner = [...movesOf(node?.on, event), ...delays.flatMap((delay) => movesOf(node?.after, delay))];
    const key = JSON.stringify(inner);
    const known = lists.get(key);
    if (known) return known;
    const list = [...inner.map((move) => compileMove(move, states, lifecycle, false)), ...outer];
    lists.set(key, list);
    return list;
  });
  return { index, transitions };
}

function compileMove(
  move: Transition,
  states: readonly string[],
  lifecycle: Lifecycle,
  outer: boolean,
  region?: number,
): CompiledTransition {
  return {
    guard: move.guard,
    test: compileCondition(move.guard, lifecycle),
    target: move.target === undefined ? -1 : indexOf(states, move.target, lifecycle.chart.id),
    anew: outer || move.reenter === true,
    silent: move.silent === true,
    actions: move.actions ?? [],
    error: move.error,
    region,
  };
}

function indexOf(states: readonly string[], state: string | undefined, where: string): number {
  const index = states.indexOf(state ?? '');
  if (index < 0) throw new Error(`${where} has no state ${state}`);
  return index;
}
