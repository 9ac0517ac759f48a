import { testsOf } from '../condition/walk.ts';
import { delaysOf, plainLine, specOf, waitFor } from '../engine/sample-lines.ts';
import { transitionsOf } from '../engine/where-used.ts';
import {
  eventsHeard,
  kept,
  type Lifecycle,
  movesOf,
  type Params,
  paramsFit,
  type System,
  signalOf,
} from '../model/index.ts';
import { combinations, everyChoice } from './parameter-values.ts';

/** Something that can happen in a space: an event for one of its entities, with parameters. */
export interface Letter {
  /** The entity that receives the event. */
  readonly kind: string;
  readonly event: string;
  readonly params: Params;
  /** The line of scenario text for it; undefined if only the world outside the space can cause it. */
  readonly line: string | undefined;
}

export interface LetterOptions {
  /** The commands and reports to include. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Combines parameters named by facts with those that conditions test, also across events. */
  readonly together?: boolean;
}

/**
 * Everything that can happen to an entity. Commands and reports, with one value of their parameters for each case that
 * the data distinguishes; delays, which may end at any moment while they run; and, if the chart listens for them,
 * internal events and signals of entities outside the space.
 */
export function lettersOf(
  system: System,
  lifecycle: Lifecycle,
  kinds: readonly string[],
  { only, together = false }: LetterOptions = {},
): Letter[] {
  const { kind, chart, commands, reports, internal = {} } = lifecycle;
  const said = [...Object.keys(commands), ...Object.keys(reports)].filter((event) => only?.includes(event) ?? true);
  const letters = said.flatMap((event) =>
    variantsOf(lifecycle, event, together).map(
      (params): Letter => ({ kind, event, params, line: plainLine(kind, event, params) }),
    ),
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
    letters.push({ kind, event, params: {}, line: waitFor(delay) });
  }
  return letters;
}

/**
 * Ranks letters: of several with the same effect, a scenario uses the one with the lowest rank. Plain forms come before
 * others, and commands follow the order of their rules.
 */
export function ranksOf(system: System, letters: readonly Letter[]): number[] {
  const oddity = letters.map(
    (letter) => (isUsual(system, letter) ? 0 : 100) + (letter.line?.split(' ').length ?? 1000),
  );
  const place = letters.map(({ kind, event }) => Object.keys(system.entities[kind]?.rules ?? {}).indexOf(event));
  const by = (of: readonly number[], a: number, b: number): number => (of[a] as number) - (of[b] as number);
  const order = [...letters.keys()].sort((a, b) => by(oddity, a, b) || by(place, a, b) || a - b);
  const ranks: number[] = [];
  order.forEach((letter, rank) => {
    ranks[letter] = rank;
  });
  return ranks;
}

/** Whether the event has the parameters of its plain form; a delay has none. */
export function isUsual({ entities }: System, { kind, event, params }: Letter): boolean {
  const { plain = {} } = specOf(entities[kind] as Lifecycle, event);
  return plainLine(kind, event, params) === plainLine(kind, event, plain);
}

/** Signals that the chart listens for and nothing in the space raises. */
function foreignSignals({ links }: System, { chart }: Lifecycle, kinds: readonly string[]): string[] {
  return eventsHeard(chart).filter((event) => {
    const signal = signalOf(event);
    if (!signal || chart.states[signal.region]?.states[signal.state]) return false;
    return !links.some(({ from, signals }) => kinds.includes(from) && signals.includes(event));
  });
}

/** More letters of one event that begins an entity are not made. */
const MOST_AT_ONCE = 128;

/** More letters of one event than this are not made by combining. */
const MOST_TOGETHER = 24;

/** The plain form, the forms named by facts about parameters, and every combination that conditions distinguish. */
function variantsOf(lifecycle: Lifecycle, event: string, together: boolean): Params[] {
  const spec = specOf(lifecycle, event);
  const plain = spec.plain ?? {};
  const fitting = combinations(lifecycle, event).map((variant) => ({ ...plain, ...variant }));
  const named = linesOfForms(lifecycle).flatMap((line) => paramsIn(line, lifecycle.kind, event));
  const known = new Map<string, Params>();
  const more = together ? [...combined(lifecycle, event, fitting), ...fromTheStart(lifecycle, event)] : [];
  for (const params of [plain, ...fitting, ...named, ...more]) {
    if (isSayable(lifecycle, event, params)) {
      known.set(JSON.stringify(Object.entries(params).sort()), params);
    }
  }
  return [...known.values()];
}

/** The lines of the facts about parameters. */
const linesOfForms = ({ facts }: Lifecycle): readonly string[] =>
  Object.values(facts).flatMap(({ usesParams, changedBy = [] }) => (usesParams ? changedBy : []));

/** Combines each with the parameters that the lines of facts give, whatever the event of the line. */
function combined(lifecycle: Lifecycle, event: string, fitting: readonly Params[]): Params[] {
  const { params: specs = {} } = specOf(lifecycle, event);
  const known = new Map<string, Params>();
  for (const line of linesOfForms(lifecycle)) {
    const [, type = ''] = line.split(' ');
    for (const params of paramsIn(line, lifecycle.kind, type)) {
      const own = Object.fromEntries(Object.entries(params).filter(([key]) => Object.hasOwn(specs, key)));
      if (Object.keys(own).length > 0) known.set(JSON.stringify(own), own);
    }
  }
  if (known.size * fitting.length > MOST_TOGETHER) return [...known.values()];
  return [...known.values()].flatMap((own) => fitting.map((params) => ({ ...params, ...own })));
}

/**
 * Of an event that begins an entity anew, all values together: what it sets at once, no other event may be able to set
 * one after another. A value with which a region begins anyway is left out.
 */
function fromTheStart(lifecycle: Lifecycle, event: string): Params[] {
  const { chart } = lifecycle;
  if (movesOf(chart.on, event).length === 0) return [];
  const { params: specs = {} } = specOf(lifecycle, event);
  const choices = new Map<string, Set<string>>();
  for (const { phase, move } of transitionsOf(chart)) {
    if (move.guard === undefined || move.target === chart.states[phase]?.initial) continue;
    for (const { name, values, negated } of testsOf(move.guard)) {
      const key = name.slice(1);
      if (!name.startsWith('$') || negated || !Object.hasOwn(specs, key)) continue;
      const known = kept(choices, key, () => new Set<string>());
      for (const value of values) if (value !== null) known.add(String(value));
    }
  }
  const count = [...choices.values()].reduce((product, { size }) => product * (size + 1), 1);
  if (count > MOST_AT_ONCE) return [];
  return everyChoice([...choices].map(([key, values]) => [{}, ...[...values].map((value) => ({ [key]: value }))]));
}

/** Whether the reader would let the parameters through: they fit, or the system itself has an answer where they do not. */
export function isSayable(lifecycle: Lifecycle, event: string, params: Params): boolean {
  const spec = specOf(lifecycle, event);
  return spec.anyParams === true || paramsFit(spec, params) || hasOwnAnswer(lifecycle, event, params);
}

/** A value that does not fit, for a parameter that the system itself checks. */
function hasOwnAnswer(lifecycle: Lifecycle, event: string, params: Params): boolean {
  const { params: specs = {} } = specOf(lifecycle, event);
  const rest = Object.fromEntries(Object.entries(params).filter(([key]) => !specs[key]?.anyValue));
  return paramsFit({ params: specs }, rest);
}

/** The parameters of `KIND EVENT key=value …`, if the line is for that kind and event. */
function paramsIn(line: string, kind: string, event: string): Params[] {
  const [to, type, ...rest] = line.split(' ');
  if (to !== kind || type !== event || rest.some((word) => !word.includes('='))) return [];
  return [
    Object.fromEntries(rest.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)])),
  ];
}
