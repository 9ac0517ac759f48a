import { groupedBy } from '../../model/index.ts';
import { kindsOf, type SketchRegion, type SketchState, type SketchTransition, type TransitionKind } from '../sketch.ts';

/** One arrow for all transitions from one state to another, with a line for each. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
  /** The first of their kinds. */
  readonly kind: TransitionKind;
}

/** A longer condition is truncated. `explain` prints it in full. */
const LONGEST = 60;

/** If one event has more conditions than this on one arrow, only their number is shown. */
const CASES = 2;

/** Colours for a light page: these formats have no dark mode. */
export const colours: { readonly [kind in TransitionKind]: string } = {
  command: '#0550ae',
  report: '#59636e',
  delay: '#7d4e00',
  signal: '#6639ba',
  internal: '#818b98',
};

/** The arrows of a region, in the order of their source states. */
export function edgesOf({ states, transitions }: SketchRegion): Edge[] {
  return states.flatMap(({ id: from }) => {
    const own = transitions.filter(({ sources }) => sources.includes(from));
    const merged = groupedBy(own, ({ to }) => to);
    return [...merged].map(([to, alike]) => ({
      from,
      to,
      lines: [...new Set(alike.map((transition) => lineOf(transition, alike, own)))],
      kind: kindsOf(alike)[0] ?? 'internal',
    }));
  });
}

/** `own`: all transitions that leave the state. */
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

/** The note beside a state: that it is unreachable, or the codes with which commands are refused in it. */
export function noteOf({ reached, refusals }: SketchState): readonly string[] {
  if (!reached) return ['never reached'];
  const byCodes = groupedBy(refusals, ({ codes }) => codes.join(' '));
  return [...byCodes].map(([codes, alike]) => `refuses ${codes}: ${shortened(alike.map(({ command }) => command))}`);
}

/** The most commands that a note lists. */
const COMMANDS = 6;

const shortened = (commands: readonly string[]): string =>
  commands.length > COMMANDS
    ? `${commands.slice(0, COMMANDS - 1).join(', ')} and ${commands.length - COMMANDS + 1} more`
    : commands.join(', ');
