import { FROM_ANY, type SketchRegion, type SketchState, type SketchTransition } from '../sketch.ts';

/** All transitions from one state to another, as one arrow with a line for each. */
export interface Edge {
  /** A state of the region, or ANY. */
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
}

/** A condition longer than this is cut off: whoever wants to know it asks `explain`. */
const LONGEST = 60;

/** More conditions than this of one event, for one arrow, are counted: as lines they would hide the chart. */
const CASES = 2;

/** The arrows of a region, in the order in which the chart has them. */
export function edgesOf({ transitions }: SketchRegion): Edge[] {
  const merged = new Map<string, SketchTransition[]>();
  for (const transition of transitions) {
    const key = JSON.stringify([transition.from, transition.to]);
    merged.set(key, [...(merged.get(key) ?? []), transition]);
  }
  return [...merged.values()].map((alike) => {
    const { from, to } = alike[0] as SketchTransition;
    return { from, to, lines: [...new Set(alike.map((transition) => lineOf(transition, alike)))] };
  });
}

function lineOf(transition: SketchTransition, alike: readonly SketchTransition[]): string {
  const cases = alike.filter(({ label, guard }) => label === transition.label && guard !== undefined);
  return transition.guard !== undefined && cases.length > CASES
    ? `${transition.label} [${cases.length} cases]`
    : labelOf(transition);
}

/** Whether something leads on from whatever state: then a node stands for that. */
export const leadsFromAny = ({ transitions }: SketchRegion): boolean =>
  transitions.some(({ from }) => from === FROM_ANY);

/** What the node for whatever state says. */
export const ANY_STATE = 'any state';

/** The title of a state and the vendor's code of its status. */
export const captionOf = ({ title, code }: SketchState): readonly string[] =>
  code === null ? [title] : [title, String(code)];

function labelOf({ label, guard, error }: SketchTransition): string {
  const condition =
    guard === undefined ? '' : ` [${guard.length > LONGEST ? `${guard.slice(0, LONGEST - 1)}…` : guard}]`;
  const carried = error === '$code' ? 'the code given' : error;
  return `${label}${condition}${carried === undefined ? '' : ` / ${carried}`}`;
}
