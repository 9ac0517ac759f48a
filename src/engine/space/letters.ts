import {
  type Chart,
  type Condition,
  formOf,
  type Lifecycle,
  type Params,
  paramsFit,
  type System,
} from '../../model/index.ts';
import { specOf, type Variant } from '../lines.ts';
import { transitionsOf } from '../uses.ts';

/** Something that can happen in a space: an event for one of its entities, with parameters. */
export interface Letter {
  /** The entity that is told. */
  readonly kind: string;
  readonly event: string;
  readonly params: Params;
  /** A line of scenario text that brings it about; undefined for what only the world around the space can do. */
  readonly line: string | undefined;
}

/** More combinations of parameters than this are not tried: then one parameter at a time is. */
const MOST_COMBINED = 32;

/**
 * Everything that can happen to an entity: commands and reports, of their parameters one value for each way in which the
 * data tells values apart; delays, which may end at any moment while they run; and, as events of the environment
 * wherever the chart listens, what only effects tell (internal events) and the signals of entities outside the space.
 */
export function lettersOf(
  system: System,
  lifecycle: Lifecycle,
  kinds: readonly string[],
  only?: readonly string[],
): Letter[] {
  const { kind, chart, commands, reports, internal = {} } = lifecycle;
  const said = [...Object.keys(commands), ...Object.keys(reports)].filter((event) => only?.includes(event) ?? true);
  const letters = said.flatMap((event) =>
    variantsOf(lifecycle, event).map((params): Letter => ({ kind, event, params, line: lineOf(kind, event, params) })),
  );
  for (const event of Object.keys(internal)) {
    for (const params of combinations(lifecycle, event, () => false)) {
      letters.push({ kind, event, params, line: undefined });
    }
  }
  for (const signal of foreignSignals(system, lifecycle, kinds)) {
    letters.push({ kind, event: signal, params: {}, line: undefined });
  }
  for (const { event, delay } of delaysOf(chart)) {
    letters.push({ kind, event, params: {}, line: `wait ${/^\d/.test(delay) ? delay : '1h'}` });
  }
  return letters;
}

const lineOf = (kind: string, event: string, params: Params): string =>
  [kind, event, ...Object.entries(params).map(([key, value]) => `${key}=${value}`)].join(' ');

export function delaysOf(chart: Chart): { event: string; delay: string }[] {
  return Object.entries(chart.states).flatMap(([region, { states }]) =>
    Object.entries(states).flatMap(([state, { after }]) =>
      Object.keys(after ?? {}).map((delay) => ({ event: `after ${delay} ${region}.${state}`, delay })),
    ),
  );
}

/** Every event and signal that a chart listens for. */
export function heardBy(chart: Chart): Set<string> {
  const heard = new Set(Object.keys(chart.on ?? {}));
  for (const { event, delay } of transitionsOf(chart)) if (delay === undefined) heard.add(event);
  return heard;
}

/** Signals that the chart listens for and nobody in the space raises. */
function foreignSignals({ links }: System, { chart }: Lifecycle, kinds: readonly string[]): string[] {
  return [...heardBy(chart)].filter((event) => {
    const [, region = '', state = ''] = /^(?:entered|left) ([^.]+)\.(.+)$/.exec(event) ?? [];
    if (region === '' || chart.states[region]?.states[state]) return false;
    return !links.some(({ from, signals }) => kinds.includes(from) && signals.includes(event));
  });
}

/** The plainest form, what the facts that ask about parameters name, and every combination that conditions tell apart. */
function variantsOf(lifecycle: Lifecycle, event: string): Params[] {
  const spec = specOf(lifecycle, event);
  const plain = spec.plain ?? {};
  const fitting = combinations(lifecycle, event).map((variant) => ({ ...plain, ...variant }));
  const named = Object.values(lifecycle.facts)
    .filter(({ asks }) => asks)
    .flatMap(({ by = [] }) => by.flatMap((line) => paramsIn(line, lifecycle.kind, event)));
  const known = new Map<string, Params>();
  for (const params of [plain, ...fitting, ...named]) {
    if (isSayable(lifecycle, event, params)) {
      known.set(JSON.stringify(Object.entries(params).sort()), params);
    }
  }
  return [...known.values()];
}

/** Whether the reader would let the parameters through: they fit, or the system itself has an answer where they do not. */
export function isSayable(lifecycle: Lifecycle, event: string, params: Params): boolean {
  const spec = specOf(lifecycle, event);
  return spec.open === true || paramsFit(spec, params) || hasOwnAnswer(lifecycle, event, params);
}

/** A value that does not fit, of a parameter that the system itself checks. */
function hasOwnAnswer(lifecycle: Lifecycle, event: string, params: Params): boolean {
  const { params: specs = {} } = specOf(lifecycle, event);
  const rest = Object.fromEntries(Object.entries(params).filter(([key]) => !specs[key]?.own));
  return paramsFit({ says: '', params: specs }, rest);
}

/** The parameters of `KIND EVENT key=value …`, where the line is of that kind and event. */
function paramsIn(line: string, kind: string, event: string): Params[] {
  const [to, type, ...rest] = line.split(' ');
  if (to !== kind || type !== event || rest.some((word) => !word.includes('='))) return [];
  return [
    Object.fromEntries(rest.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)])),
  ];
}

/** Parameters that conditions ask about: for each key one value for each way in which they tell values apart, and none. */
function combinations(lifecycle: Lifecycle, event: string, carries = isSignal): Params[] {
  const asked = new Map<string, Set<string>[]>();
  for (const condition of conditionsOn(lifecycle, event, carries)) collect(condition, asked);
  const { params: specs } = specOf(lifecycle, event);
  const choices = [...asked]
    .filter(([key]) => specs === undefined || Object.hasOwn(specs, key))
    .map(([key, sets]): Variant[] => [{}, ...[...representatives(sets)].map((value) => ({ [key]: value }))]);
  const count = choices.reduce((product, { length }) => product * length, 1);
  if (count > MOST_COMBINED) return [{}, ...choices.flatMap((variants) => variants.slice(1) as Params[])];
  return choices.reduce<Params[]>(
    (all, variants) => all.flatMap((params) => variants.map((variant) => ({ ...params, ...variant }) as Params)),
    [{}],
  );
}

/** Of values that stand in the same sets the first. */
function representatives(sets: readonly Set<string>[]): Set<string> {
  const seen = new Map<string, string>();
  for (const value of sets.flatMap((set) => [...set])) {
    const signature = sets.map((set) => (set.has(value) ? 1 : 0)).join('');
    if (!seen.has(signature)) seen.set(signature, value);
  }
  return new Set(seen.values());
}

const isSignal = (event: string): boolean => /^(entered|left) /.test(event);

/** Rules and guards that the event meets; a signal carries the parameters of the event that caused it. */
export function conditionsOn(
  { chart, rules }: Lifecycle,
  event: string,
  carries: (signal: string) => boolean,
): Condition[] {
  const guards = [...transitionsOf(chart)].filter((place) => place.event === event || carries(place.event));
  return [
    ...(rules[event] ?? []).map(({ when }) => when),
    ...guards.flatMap(({ move }) => (move.guard === undefined ? [] : [move.guard])),
  ];
}

function collect(condition: Condition, asked: Map<string, Set<string>[]>): void {
  const read = formOf(condition);
  if (read.form !== 'pattern') {
    for (const part of read.of) collect(part, asked);
    return;
  }
  for (const { name, values } of read.of) {
    if (!name.startsWith('$')) continue;
    const sets = asked.get(name.slice(1)) ?? [];
    sets.push(new Set(values.filter((value) => value !== null).map(String)));
    asked.set(name.slice(1), sets);
  }
}
