import { NOT_RUN } from '../model/index.ts';
import type { EdgeLook, TextLook } from './scene.ts';
import { FROM_ANY, type SketchRegion, type SketchTransition } from './sketch.ts';
import { fitted, widthOf, wrapped } from './text.ts';

/** An edge as it is drawn: all transitions from one place to one state. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  readonly look: EdgeLook;
  readonly lines: readonly { readonly text: string; readonly look: TextLook }[];
  readonly tip: string;
  readonly events: readonly string[];
}

/** A place to draw from what many states have in common. */
export interface Origin {
  readonly id: string;
  readonly text: string;
}

/** What leads where in a region, folded so that it can be read. */
export function connectionsOf(region: SketchRegion): { connections: Connection[]; origins: Origin[] } {
  const groups = new Map<string, Group>();
  const origins = new Map<string, Origin>();
  for (const transition of region.transitions) {
    for (const { from, note, origin } of placesOf(region, transition)) {
      if (origin) origins.set(origin.id, origin);
      const key = JSON.stringify([from, transition.to, note]);
      const group = groups.get(key) ?? { from, to: transition.to, note, transitions: [] };
      group.transitions.push(transition);
      groups.set(key, group);
    }
  }
  return {
    connections: [...groups.values()].map((group) => connection(region, group)),
    origins: [...origins.values()],
  };
}

interface Group {
  readonly from: string;
  readonly to: string;
  readonly note: string | undefined;
  readonly transitions: SketchTransition[];
}

interface Source {
  readonly from: string;
  readonly note?: string;
  readonly origin?: Origin;
}

/** As many states as are drawn from one by one. */
const FEW = 2;

/**
 * Where a transition is drawn from. What is taken from many states is drawn once: from the phase that has not run, as
 * that is how its life begins, with a note; or else from a place that names the states.
 */
function placesOf({ states, initial }: SketchRegion, { from, to, sources }: SketchTransition): readonly Source[] {
  if (from !== FROM_ANY) return [{ from }];
  const others = sources.filter((state) => state !== to);
  if (others.length === 0) return sources.map((state) => ({ from: state }));
  if (others.length <= FEW) return others.map((state) => ({ from: state }));
  const missing = states.filter(({ id }) => id !== to && !sources.includes(id)).map(({ title }) => title);
  const text = missing.length === 0 ? 'any state' : missing.length <= 2 ? `any state but ${missing.join(', ')}` : '';
  const names = states.filter(({ id }) => others.includes(id)).map(({ title }) => title);
  if (initial === NOT_RUN && others.includes(NOT_RUN)) {
    const ran = names.filter((name) => name !== 'not run');
    return [{ from: NOT_RUN, note: text === '' ? `or from ${ran.join(', ')}` : `from ${text}` }];
  }
  const id = `${FROM_ANY}${others.join('|')}`;
  return [{ from: id, origin: { id, text: text === '' ? names.join(', ') : text } }];
}

const ORDER: readonly EdgeLook[] = ['command', 'report', 'delay', 'signal', 'internal'];

/** As many lines as stand at an edge of many events, each of which has one. */
const LINES = 4;
const LINE_WIDTH = 190;
/** An event's name is worth more room than its condition. */
const NAME_WIDTH = 270;
const FONT = { size: 11 };
/** So few events have several lines each, and so many of them. */
const ROOMY = 3;
const ALONE = 4;
const NOTE = 2;

/** So many lines at most; the last says that there is more. */
function cut(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  return [...lines.slice(0, most - 1), fitted(lines.slice(most - 1).join(' '), FONT, LINE_WIDTH)];
}

function connection(region: SketchRegion, { from, to, note, transitions }: Group): Connection {
  const look = ORDER.find((each) => transitions.some(({ kind }) => kind === each)) ?? 'internal';
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
  if (note !== undefined)
    shown.push(...cut(wrapped(`(${note})`, FONT, LINE_WIDTH), NOTE).map((text) => ({ text, look: 'faint' as const })));
  const told = transitions.map(({ label, guard, error }) => {
    const code = error === undefined ? '' : `, with error ${error === '$code' ? 'of the event' : error}`;
    return `${label}${guard === undefined ? '' : `, if ${guard}`}${code}`;
  });
  const events = [...new Set(transitions.flatMap((each) => each.events))];
  return { from, to, look, lines: shown, tip: [...told, ...(note === undefined ? [] : [note])].join('\n'), events };
}

const rankOf = (transitions: readonly SketchTransition[], label: string): number =>
  ORDER.indexOf(transitions.find((each) => each.label === label)?.kind ?? 'internal');

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
  return alike.some(({ events: [event = ''], sources, to, guard }) =>
    region.transitions.some(
      (other) =>
        other.to !== to &&
        other.guard !== guard &&
        other.events.includes(event) &&
        other.sources.some((state) => sources.includes(state)),
    ),
  );
}
