import { type Condition, isPhase, kept, type Lifecycle, movesOf, NOT_RUN, once, statusOf } from '../model/index.ts';
import { brief, describe, describeName, plainly } from './sentence.ts';
import { type Known, truthOf } from './truth.ts';
import { fold, namesOf, patternFrom, testsOf } from './walk.ts';

/**
 * Why an event is ignored, given what is known, as a sentence: no transition of the current states handles it, or no
 * guard of those that do holds.
 */
export function whyIgnored(lifecycle: Lifecycle, event: string, known: Known): string {
  const audience = audienceOf(lifecycle, event);
  const { listeners } = audience;
  if (listeners.length === 0) return `no status of ${articled(lifecycle.kind)} changes by ${event}`;
  let at: string | undefined;
  let state: string | undefined;
  const here = listeners.filter(({ region, states }) => {
    // The listeners of a region follow each other, so its state is asked for once.
    if (region !== at) state = region === undefined ? undefined : stateIn(region, known);
    at = region;
    return state === undefined || states.includes(state);
  });
  return here.length === 0 ? elsewhere(lifecycle, event, audience, known) : denied(lifecycle, event, here, known);
}

/**
 * The values of a parameter without which an event is always ignored, as text; undefined if it can be applied with any
 * value, or none.
 */
export function valuesNeeded(lifecycle: Lifecycle, event: string, param: string): string[] | undefined {
  const { listeners } = audienceOf(lifecycle, event);
  const values = listeners.map(
    ({ guard }) =>
      (guard === undefined ? [] : conjunctsOf(guard))
        .map(testsOf)
        .find(([test, ...more]) => test?.name === `$${param}` && !test.negated && more.length === 0)?.[0]?.values,
  );
  if (values.length === 0 || values.includes(undefined)) return undefined;
  return [...new Set(values.flatMap((each) => (each ?? []).filter((value) => value !== null).map(String)))];
}

/** `a job`, `an agent`, `a user` */
export const articled = (kind: string): string => `${/^(?:[aeio]|u(?!se|ni))/.test(kind) ? 'an' : 'a'} ${kind}`;

/** A transition for an event, and its source states in its region; for a transition of the whole entity, any state. */
interface Listener {
  readonly region?: string;
  readonly states: readonly string[];
  readonly guard: Condition | undefined;
}

/** Who reacts to an event. */
interface Audience {
  readonly listeners: readonly Listener[];
  /** The regions to speak of, at most three. */
  readonly regions: readonly string[];
  /** In words, the states in which they listen. */
  readonly where: string;
  /** Sentences made before, by the states of the regions. */
  readonly sentences: Map<string, string>;
}

const audiences = once((_: Lifecycle) => new Map<string, Audience>());

const audienceOf = (lifecycle: Lifecycle, event: string): Audience =>
  kept(audiences(lifecycle), event, () => madeAudience(lifecycle, event));

function madeAudience(lifecycle: Lifecycle, event: string): Audience {
  const listeners = listenersOf(lifecycle, event);
  const byRegion = new Map<string, Set<string>>();
  for (const { region, states } of listeners) {
    if (region === undefined) continue;
    const heard = kept(byRegion, region, () => new Set<string>());
    for (const state of states) heard.add(state);
  }
  const phases = [...byRegion.keys()].filter(isPhase);
  const regions = (phases.length > 0 ? phases : [...byRegion.keys()]).slice(0, MOST);
  const where = regions.map((region) => stands(lifecycle, region, [...(byRegion.get(region) ?? [])])).join(', or ');
  return { listeners, regions, where, sentences: new Map() };
}

function listenersOf({ chart }: Lifecycle, event: string): Listener[] {
  const { states: regions, on } = chart;
  const ofRegions = Object.entries(regions).flatMap(([region, { states, on: ofAny }]) => [
    ...Object.entries(states).flatMap(([state, node]) =>
      movesOf(node.on, event).map(({ guard }) => ({ region, states: [state], guard })),
    ),
    ...movesOf(ofAny, event).map(({ guard }) => ({ region, states: Object.keys(states), guard })),
  ]);
  return [...ofRegions, ...movesOf(on, event).map(({ guard }) => ({ states: [], guard }))];
}

const stateIn = (region: string, known: Known): string | undefined => {
  const values = known(region);
  return values?.length === 1 ? String(values[0] ?? NOT_RUN) : undefined;
};

/** `SCAN is SUCCEEDED; scan.failed is applied while SCAN is QUEUED or RUNNING`. */
function elsewhere(lifecycle: Lifecycle, event: string, audience: Audience, known: Known): string {
  const { regions, where, sentences } = audience;
  const states = regions.map((region) => stateIn(region, known) as string);
  return kept(sentences, states.join(), () => {
    const now = regions.map((region, index) => stands(lifecycle, region, [states[index] as string]));
    return `${now.join(' and ')}; ${event} is applied while ${where}`;
  });
}

/** The most regions in one sentence. */
const MOST = 3;

/** A phase in the vendor's words; anything else in the words of a sentence. */
function stands(lifecycle: Lifecycle, region: string, states: readonly string[]): string {
  const values = states.map(statusOf);
  return isPhase(region) ? plainly(region, values) : describeName({ name: region, values, negated: false }, lifecycle);
}

/** The guard that is closest to holding. */
function denied(lifecycle: Lifecycle, event: string, here: readonly Listener[], known: Known): string {
  let least: readonly Condition[] | undefined;
  for (const { guard } of here) {
    const failing = guard === undefined ? [] : conjunctsOf(guard).filter((part) => truthOf(part, known) !== true);
    const about = failing.filter((part) => !isParameter(part));
    const said = about.length > 0 ? about : failing;
    if (least === undefined || weight(said) < weight(least)) least = said;
  }
  const [first, ...more] = least ?? [];
  if (first === undefined) return `${event} changes nothing here`;
  if (isParameter(first)) return ofParameter(lifecycle, event, first, known);
  const now = nowOf([first, ...more], lifecycle, known);
  const wanted = [first, ...more].map((part) => describe(part, lifecycle)).join(' and ');
  return `${now === '' ? '' : `${now}; `}${event} is applied while ${wanted}`;
}

/** A failing condition outweighs an unfit parameter, so a parameter is reported only if it is the sole reason. */
const weight = (parts: readonly Condition[]): number =>
  parts.reduce((sum, part) => sum + (isParameter(part) ? 1 : HEAVY), 0);

const HEAVY = 100;

const isParameter = (part: Condition): boolean => [...namesOf(part)].every((name) => name.startsWith('$'));

/** `3999 is no reason for which a scan fails`. */
function ofParameter({ reports, commands }: Lifecycle, event: string, part: Condition, known: Known): string {
  const key = (testsOf(part)[0]?.name ?? '').slice(1);
  const value = known(`$${key}`)?.[0] ?? null;
  const spec = (reports[event] ?? commands[event])?.params?.[key];
  const called = spec?.says ?? `${key} that ${event} is applied with`;
  return value === null ? `no ${key} is given; ${event} needs one` : `${brief(String(value))} is no ${called}`;
}

/** The current values of what a condition reads, if its names alone determine them. */
function nowOf(parts: readonly Condition[], lifecycle: Lifecycle, known: Known): string {
  const names = [...new Set(parts.flatMap((part) => [...namesOf(part)]))];
  if (names.length > MOST) return '';
  return names
    .flatMap((name) => {
      const values = known(name);
      return values?.length === 1 ? [describeName({ name, values, negated: false }, lifecycle)] : [];
    })
    .join(' and ');
}

/** The parts that must all hold. A part with a name of its own counts as one. */
const conjunctsOf = once((condition: Condition) =>
  fold<readonly Condition[]>(condition, {
    name: (test) => [patternFrom([test])],
    all: (parts, called) => (called === undefined ? parts.flat() : [{ all: parts.flat(), called }]),
    any: (parts, called) => [{ any: parts.map(whole), ...named(called) }],
    none: (parts, called) => [{ none: parts.map(whole), ...named(called) }],
  }),
);

const whole = (parts: readonly Condition[]): Condition =>
  parts.length === 1 ? (parts[0] as Condition) : { all: parts };

const named = (called: string | undefined): { readonly called?: string } => (called === undefined ? {} : { called });
