import { stateTitle } from '../model/index.ts';
import type { Choices } from './choices.ts';
import { type Connection, connectionsOf, type Note } from './connections.ts';
import { untangled } from './crossings.ts';
import type { Graph, GraphLink, Part } from './graph.ts';
import { SEPARATOR } from './scene.ts';
import type { SketchRegion, SketchState } from './sketch.ts';
import { initialStamp, noteStamp, stateId, stateStamp } from './state.ts';

/** The entity and phase that go into the data of states and edges. */
interface RegionOf {
  readonly entity: string;
  readonly phase: string;
}

/** Lays out a region. `redrawn` may change the graph before. */
export function regionPart(
  of: RegionOf,
  region: SketchRegion,
  parent: string | null,
  { direction }: Choices,
  redrawn: (graph: Graph, connections: readonly Connection[]) => Graph = (graph) => graph,
): Promise<Part> {
  const { connections, notes } = connectionsOf(region);
  const options = direction === 'right' ? { 'elk.direction': 'RIGHT' } : {};
  return untangled(redrawn(graphOf(of, region, connections, notes), connections), parent, options);
}

function graphOf(
  of: RegionOf,
  region: SketchRegion,
  connections: readonly Connection[],
  notes: readonly Note[],
): Graph {
  const id = (state: string): string => stateId(region, state);
  const start = id('initial');
  const begin: GraphLink = { id: `${start}-edge`, from: start, to: id(region.initial), look: 'plain', lines: [] };
  return {
    nodes: [
      { id: start, stamp: initialStamp, first: true },
      ...notes.map(({ id: note, text }) => ({ id: id(note), stamp: noteStamp(text) })),
      ...initialFirst(region).map((state) => ({ id: id(state.id), stamp: stateStamp(state, { of }) })),
    ],
    links: [
      begin,
      ...connections.map(({ from, to, sources, target, look, lines, tip, events }, index) => ({
        id: `${region.id}-${index + 1}`,
        from: id(from),
        to: id(to),
        look,
        lines,
        ...(to === target ? { instead: { id: id(`${from}>${to}:${index + 1}`), text: `→ ${stateTitle(to)}` } } : {}),
        tip: `${sources.map(stateTitle).join(', ')} to ${stateTitle(target)}\n${tip}`,
        data: { ...of, from: sources.join(SEPARATOR), to: target, event: events.join(SEPARATOR) },
      })),
    ],
  };
}

/** The layout puts the first node on top, so the initial state comes first. */
const initialFirst = ({ states, initial }: SketchRegion): readonly SketchState[] => [
  ...states.filter(({ id }) => id === initial),
  ...states.filter(({ id }) => id !== initial),
];
