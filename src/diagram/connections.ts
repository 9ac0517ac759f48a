import { groupedBy } from './grouped.ts';
import type { EdgeLook, TextLook } from './scene.ts';
import { type SketchRegion, type SketchTransition, transitionKinds } from './sketch.ts';
import { fitted, widthOf, wrapped } from './text.ts';

/** An edge as it is drawn: all transitions from the same states to one state. */
export interface Connection {
  /** A state, or the id of a note. */
  readonly from: string;
  /** A state, or the id of a note. */
  readonly to: string;
  /** The states that it leaves, and the state that it leads to. */
  readonly sources: readonly string[];
  readonly target: string;
  readonly look: EdgeLook;
  readonly lines: readonly { readonly text: string; readonly look: TextLook }[];
  readonly tip: string;
  /** The chart's words. */
  readonly events: readonly string[];
}

/** Stands for states at the end of an edge: for many from which it comes, or for one to which it leads back. */
export interface Note {
  readonly id: string;
  readonly text: string;
}

/** What leads where in a region, folded so that it can be read. */
export function connectionsOf(region: SketchRegion): { connections: Connection[]; notes: Note[] } {
  const connections: Connection[] = [];
  const notes: Note[] = [];
  const depths = depthsOf(region);
  for (const { sources, to, transitions } of bundlesOf(region)) {
    const lead = { to, sources, target: to, ...described(region, transitions) };
    if (sources.length > (transitions.every(({ kind }) => kind === 'signal') ? MANY_SIGNALS : MANY)) {
      const id = `${sources.join('|')}>${to}${notes.length}`;
      notes.push({ id, text: namesOf(region, sources) });
      connections.push({ ...lead, from: id });
      continue;
    }
    for (const from of sources) {
      const edge = { ...lead, from, sources: [from] };
      // Edges back from several states would cross all that lead on: each ends at the name of where it leads to.
      const back = (depths.get(to) ?? 0) < (depths.get(from) ?? 0);
      if (sources.length > FEW && back) {
        const id = `${from}>${to}${notes.length}`;
        notes.push({ id, text: `→ ${titleOf(region, to)}` });
        connections.push({ ...edge, to: id });
      } else connections.push(edge);
    }
  }
  return { connections, notes };
}

/** Of more states than these a note names those from which an edge comes. */
const MANY = 5;
/** Signals are many, and nobody gives them. */
const MANY_SIGNALS = 3;
/** From so many states edges lead back all the way. */
const FEW = 2;

/** How many transitions each state is away from the initial one. */
function depthsOf({ initial, transitions }: SketchRegion): Map<string, number> {
  const depths = new Map([[initial, 0]]);
  for (const [state, depth] of depths)
    for (const { sources, to } of transitions)
      if (sources.includes(state) && !depths.has(to)) depths.set(to, depth + 1);
  return depths;
}

const titleOf = ({ states }: SketchRegion, state: string): string =>
  states.find(({ id }) => id === state)?.title ?? state;

interface Bundle {
  readonly sources: readonly string[];
  readonly to: string;
  readonly transitions: readonly SketchTransition[];
}

/**
 * Transitions that lead from the same states to the same one; those of one event that lead there count together. What
 * leads from a state to itself is a bundle of its own.
 */
function bundlesOf({ states, transitions }: SketchRegion): Bundle[] {
  const bundles = new Map<string, Bundle>();
  const add = (sources: readonly string[], to: string, alike: readonly SketchTransition[]): void => {
    const key = JSON.stringify([sources, to]);
    if (sources.length > 0)
      bundles.set(key, { sources, to, transitions: [...(bundles.get(key)?.transitions ?? []), ...alike] });
  };
  for (const alike of groupedBy(transitions, ({ to, event }) => JSON.stringify([to, event])).values()) {
    const [{ to }] = alike;
    const from = (state: string) => alike.filter(({ sources }) => sources.includes(state));
    add(
      states.map(({ id }) => id).filter((id) => id !== to && from(id).length > 0),
      to,
      alike.filter(({ sources }) => sources.some((state) => state !== to)),
    );
    if (from(to).length > 0) add([to], to, from(to));
  }
  return [...bundles.values()];
}

/** The states in words, by those that are missing where these are fewer. */
function namesOf({ states }: SketchRegion, sources: readonly string[]): string {
  const reached = states.filter(({ reached }) => reached);
  const missing = reached.filter(({ id }) => !sources.includes(id)).map(({ title }) => title);
  if (missing.length === 0) return 'any state';
  if (missing.length <= 3) return `any state but ${missing.join(', ')}`;
  return reached
    .filter(({ id }) => sources.includes(id))
    .map(({ title }) => title)
    .join(', ');
}

/** As many lines as stand at an edge of many events, each of which has one. */
const LINES = 4;
const LINE_WIDTH = 190;
/** An event's name is worth more room than its condition. */
const NAME_WIDTH = 270;
const FONT = { size: 11 };
/** So few events have several lines each, and so many of them. */
const ROOMY = 3;
const ALONE = 4;

/** So many lines at most; the last says that there is more. */
function cut(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), fitted(lines.slice(most - 1).join(' '), FONT, LINE_WIDTH)];
}

type Described = Pick<Connection, 'look' | 'lines' | 'tip' | 'events'>;

function described(region: SketchRegion, transitions: readonly SketchTransition[]): Described {
  const look = transitionKinds.find((each) => transitions.some(({ kind }) => kind === each)) ?? 'internal';
  const labels = [...new Set(transitions.map(({ label }) => label))].sort(
    (one, other) => rankOf(transitions, one) - rankOf(transitions, other),
  );
  const lines = labels.flatMap((label) => {
    const alike = transitions.filter((each) => each.label === label);
    const text = `${label}${conditionIn(region, alike)}`;
    // A condition that was cut cannot be read where a picture stands in a page: few events have room for all of it.
    const room = Math.min(Math.max(widthOf(`${label}${CONDITIONAL}`, FONT), LINE_WIDTH), NAME_WIDTH);
    const rows = labels.length <= ROOMY ? cut(wrapped(text, FONT, room), ALONE) : [fitted(text, FONT, room)];
    return rows.map((row) => ({ text: row, look: alike[0]?.kind ?? look }));
  });
  const most = labels.length <= ROOMY ? ROOMY * ALONE : LINES;
  const shown: { text: string; look: TextLook }[] = lines.length > most ? lines.slice(0, most - 1) : [...lines];
  if (lines.length > most) shown.push({ text: `+${lines.length - shown.length} more`, look: 'faint' });
  const told = transitions.map(({ label, guard, error }) => {
    const code = error === undefined ? '' : `, with error ${error === '$code' ? 'of the event' : error}`;
    return `${label}${guard === undefined ? '' : `, if ${guard}`}${code}`;
  });
  const events = [...new Set(transitions.map(({ event }) => event))];
  return { look, lines: shown, tip: [...new Set(told)].join('\n'), events };
}

const rankOf = (transitions: readonly SketchTransition[], label: string): number =>
  transitionKinds.indexOf(transitions.find((each) => each.label === label)?.kind ?? 'internal');

/** The sign behind an event that is taken only under a condition which does not choose between two ways. */
export const CONDITIONAL = '°';

/** What of a guard has to be read to know which way is taken: nothing, where there is but one. */
function conditionIn(region: SketchRegion, alike: readonly SketchTransition[]): string {
  const guards = [...new Set(alike.map(({ guard }) => guard))];
  if (guards.includes(undefined)) return elsewhere(region, alike) ? ' [else]' : '';
  if (!elsewhere(region, alike)) return CONDITIONAL;
  return guards.length === 1 ? ` [${guards[0]}]` : ` [${guards.length} cases]`;
}

/** The same event leads from the same state to another one as well. */
function elsewhere(region: SketchRegion, alike: readonly SketchTransition[]): boolean {
  return alike.some(({ event, sources, to, guard }) =>
    region.transitions.some(
      (other) =>
        other.to !== to &&
        other.guard !== guard &&
        other.event === event &&
        other.sources.some((state) => sources.includes(state)),
    ),
  );
}
