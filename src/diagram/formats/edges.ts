import { ANY, type SketchRegion, type SketchState, type SketchTransition } from '../sketch.ts';

/** All transitions from one state to another, as one arrow with a line for each. */
export interface Edge {
  /** A state of the region, or ANY. */
  readonly from: string;
  readonly to: string;
  readonly lines: readonly string[];
}

/** A condition longer than this is cut off: whoever wants to know it asks `explain`. */
const LONGEST = 60;

/** The arrows of a region, in the order in which the chart has them. */
export function edgesOf({ transitions }: SketchRegion): Edge[] {
  const merged = new Map<string, Edge & { lines: string[] }>();
  for (const transition of transitions) {
    const { from, to } = transition;
    const key = JSON.stringify([from, to]);
    const edge = merged.get(key) ?? { from, to, lines: [] };
    const line = labelOf(transition);
    if (!edge.lines.includes(line)) edge.lines.push(line);
    merged.set(key, edge);
  }
  return [...merged.values()];
}

/** Whether something leads on from whatever state: then a node stands for that. */
export const leadsFromAny = ({ transitions }: SketchRegion): boolean => transitions.some(({ from }) => from === ANY);

/** What the node for whatever state says. */
export const ANY_STATE = 'any state';

/** The title of a state and the vendor's code of its status. */
export const captionOf = ({ title, code }: SketchState): readonly string[] =>
  code === null ? [title] : [title, String(code)];

function labelOf({ label, guard, error }: SketchTransition): string {
  const condition =
    guard === undefined ? '' : ` [${guard.length > LONGEST ? `${guard.slice(0, LONGEST - 1)}…` : guard}]`;
  return `${label}${condition}${error === undefined ? '' : ` / ${error}`}`;
}
