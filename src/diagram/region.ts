import { connectionsOf } from './connections.ts';
import { type Graph, type GraphLink, type Part, placed } from './graph.ts';
import type { SketchRegion, SketchState } from './sketch.ts';
import { initialStamp, noteStamp, stateId, stateStamp } from './state.ts';

/** A region with its states and transitions, laid out by itself. */
export const regionPart = (region: SketchRegion, parent: string | null): Promise<Part> =>
  placed(graphOf(region), parent);

export function graphOf(region: SketchRegion): Graph {
  const { connections, origins } = connectionsOf(region);
  const id = (state: string): string => stateId(region, state);
  const start = id('initial');
  const begin: GraphLink = { id: `${start}-edge`, from: start, to: id(region.initial), look: 'plain', lines: [] };
  return {
    nodes: [
      { id: start, stamp: initialStamp, first: true },
      ...origins.map(({ id: origin, text }) => ({ id: id(origin), stamp: noteStamp(text, 'any', 'faint') })),
      ...initialFirst(region).map((state) => ({ id: id(state.id), stamp: stateStamp(state) })),
    ],
    links: [
      begin,
      ...connections.map(({ from, to, look, lines, tip }, index) => ({
        id: `${region.id}-${index + 1}`,
        from: id(from),
        to: id(to),
        look,
        lines,
        tip: `${nameIn(region, from)} to ${nameIn(region, to)}\n${tip}`,
      })),
    ],
  };
}

/** The layout has above what comes first: where a chart names its initial state later, it is put first. */
const initialFirst = ({ states, initial }: SketchRegion): readonly SketchState[] => [
  ...states.filter(({ id }) => id === initial),
  ...states.filter(({ id }) => id !== initial),
];

const nameIn = ({ states }: SketchRegion, state: string): string =>
  states.find(({ id }) => id === state)?.title ?? 'any of several states';
