import { groupedBy, stateTitle } from '../model/index.ts';
import type { EdgeLook, TextLook } from './scene.ts';
import { kindsOf, type SketchRegion, type SketchTransition, transitionKinds } from './sketch.ts';
import { fitted, widthOf, wrapped } from './text.ts';

/** A drawn edge: all transitions from the same source states to one state. */
export interface Connection {
  /** A state, or the id of a note; so is `to`. */
  readonly from: string;
  readonly to: string;
  /** The source states and the target state of its transitions. */
  readonly sources: readonly string[];
  readonly target: string;
  readonly look: EdgeLook;
  readonly lines: readonly { readonly text: string; readonly look: TextLook }[];
  readonly tip: string;
  /** The chart's words. */
  readonly events: readonly string[];
}

/** A note at one end of an edge, which stands for its many source states or names its target. */
export interface Note {
  readonly id: string;
  readonly text: string;
}

/** Merges the transitions of a region into edges, so that the picture is readable. */
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
      // Backward edges from several states would cross the forward ones: each ends at a note with its target's name.
      const back = (depths.get(to) ?? 0) < (depths.get(from) ?? 0);
      if (sources.length > FEW && back) {
        const id = `${from}>${to}${notes.length}`;
        notes.push({ id, text: `→ ${stateTitle(to)}` });
        connections.push({ ...edge, to: id });
      } else connections.push(edge);
    }
  }
  return { connections, notes };
}

/** An edge with more source states than this starts at a note. */
const MANY = 5;
/** The same for signals, which are many and less important. */
const MANY_SIGNALS = 3;
/** Backward edges from up to this many states are drawn in full. */
const FEW = 2;

/** The distance of each state from the initial one, in transitions. */
function depthsOf({ initial, transitions }: SketchRegion): Map<string, number> {
  const depths = new Map([[initial, 0]]);
  for (const [state, depth] of depths)
    for (const { sources, to } of transitions)
      if (sources.includes(state) && !depths.has(to)) depths.set(to, depth + 1);
  return depths;
}

interface Bundle {
  readonly sources: readonly string[];
  readonly to: string;
  readonly transitions: readonly SketchTransition[];
}

/**
 * Groups transitions with the same sources and target. The transitions of one event to a target count as one. A self-loop
 * is a bundle of its own.
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

/** Names the source states, or the states that are missing if these are few. */
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

/** The most lines of a label with many events, one line each. */
const LINES = 4;
const LINE_WIDTH = 190;
/** An event's name gets more room than its condition. */
const NAME_WIDTH = 270;
const FONT = { size: 11 };
/** Up to this many events get several lines each, and at most this many lines. */
const ROOMY = 3;
const ALONE = 4;

/** Truncates the lines; the last one shows that there is more. */
function cut(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), fitted(lines.slice(most - 1).join(' '), FONT, LINE_WIDTH)];
}

type Described = Pick<Connection, 'look' | 'lines' | 'tip' | 'events'>;

function described(region: SketchRegion, transitions: readonly SketchTransition[]): Described {
  const [look = 'internal'] = kindsOf(transitions);
  const labels = [...new Set(transitions.map(({ label }) => label))].sort(
    (one, other) => rankOf(transitions, one) - rankOf(transitions, other),
  );
  const lines = labels.flatMap((label) => {
    const alike = transitions.filter((each) => each.label === label);
    const text = `${label}${conditionIn(region, alike)}`;
    // Conditions are truncated only if there are many events: an image in a page has no tooltips.
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

/** The sign after an event whose guard does not choose between two targets. */
export const CONDITIONAL = '°';

/** The part of a label that tells which way is taken; empty if there is only one. */
function conditionIn(region: SketchRegion, alike: readonly SketchTransition[]): string {
  const guards = [...new Set(alike.map(({ guard }) => guard))];
  if (guards.includes(undefined)) return elsewhere(region, alike) ? ' [else]' : '';
  if (!elsewhere(region, alike)) return CONDITIONAL;
  return guards.length === 1 ? ` [${guards[0]}]` : ` [${guards.length} cases]`;
}

/** Whether the same event also leads from the same state to another one. */
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
