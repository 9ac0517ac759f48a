import { groupedBy } from '../grouped.ts';
import {
  type SketchRegion,
  type SketchState,
  type SketchTransition,
  type TransitionKind,
  transitionKinds,
} from '../sketch.ts';

/** All transitions from one state to another, as one arrow with a line for each. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
  /** Of the first of them that a person brings about, or else that happens. */
  readonly kind: TransitionKind;
}

/** A condition longer than this is cut off: `explain` gives it in full. */
const LONGEST = 60;

/** More conditions than this of one event, for one arrow, are counted: as lines they would hide the chart. */
const CASES = 2;

/** On white: formats that know no dark page are seen on a light one. */
export const colours: { readonly [kind in TransitionKind]: string } = {
  command: '#0550ae',
  report: '#59636e',
  delay: '#7d4e00',
  signal: '#6639ba',
  internal: '#818b98',
};

/** The arrows of a region, from each state by itself, in the order of its states. */
export function edgesOf({ states, transitions }: SketchRegion): Edge[] {
  return states.flatMap(({ id: from }) => {
    const own = transitions.filter(({ sources }) => sources.includes(from));
    const merged = groupedBy(own, ({ to }) => to);
    return [...merged].map(([to, alike]) => ({
      from,
      to,
      lines: [...new Set(alike.map((transition) => lineOf(transition, alike, own)))],
      kind: transitionKinds.find((kind) => alike.some((each) => each.kind === kind)) ?? 'internal',
    }));
  });
}

/** `own`: all that leave the state. */
function lineOf(
  { label, event, guard, to, error }: SketchTransition,
  alike: readonly SketchTransition[],
  own: readonly SketchTransition[],
): string {
  const cases = alike.filter((each) => each.event === event && each.guard !== undefined);
  if (guard !== undefined && cases.length > CASES) return `${label} [${cases.length} cases]`;
  const otherwise = own.some((each) => each.event === event && each.to !== to && each.guard !== undefined);
  const condition = guard === undefined ? (otherwise ? ' [else]' : '') : ` [${cut(guard)}]`;
  const carried = error === '$code' ? 'the code given' : error;
  return `${label}${condition}${carried === undefined ? '' : ` / ${carried}`}`;
}

const cut = (guard: string): string => (guard.length > LONGEST ? `${guard.slice(0, LONGEST - 1)}…` : guard);

/** The title of a state and the vendor's code of its status. */
export const captionOf = ({ title, code }: SketchState): readonly string[] =>
  code === null ? [title] : [title, String(code)];

/** What a note beside a state says: that nothing ever stands there, or the codes that are given because something does. */
export function noteOf({ reached, refusals }: SketchState): readonly string[] {
  if (!reached) return ['never reached'];
  const byCodes = groupedBy(refusals, ({ codes }) => codes.join(' '));
  return [...byCodes].map(([codes, alike]) => `refuses ${codes}: ${shortened(alike.map(({ command }) => command))}`);
}

/** More commands than this are counted. */
const COMMANDS = 6;

const shortened = (commands: readonly string[]): string =>
  commands.length > COMMANDS
    ? `${commands.slice(0, COMMANDS - 1).join(', ')} and ${commands.length - COMMANDS + 1} more`
    : commands.join(', ');
