import type { Choices } from './choices.ts';
import { connectionsOf } from './connections.ts';
import { type Graph, type GraphLink, type Part, placed } from './graph.ts';
import type { SketchRegion, SketchState } from './sketch.ts';
import { initialStamp, noteStamp, stateId, stateStamp } from './state.ts';

/** A region with its states and transitions, laid out by itself. */
export const regionPart = (
  entity: string,
  region: SketchRegion,
  parent: string | null,
  choices: Choices,
): Promise<Part> => placed(graphOf(entity, region), parent, layoutFor(choices));

/** The options of the layout. */
export const layoutFor = ({ direction }: Choices): { readonly [option: string]: string } =>
  direction === 'right' ? { 'elk.direction': 'RIGHT' } : {};

/** Between the states, or the events, of one arrow in its data. */
export const SEPARATOR = '|';

export function graphOf(entity: string, region: SketchRegion): Graph {
  const { connections, notes } = connectionsOf(region);
  const id = (state: string): string => stateId(region, state);
  const start = id('initial');
  const begin: GraphLink = { id: `${start}-edge`, from: start, to: id(region.initial), look: 'plain', lines: [] };
  const of = { entity, phase: region.id };
  return {
    nodes: [
      { id: start, stamp: initialStamp, first: true },
      ...notes.map(({ id: note, text }) => ({ id: id(note), stamp: noteStamp(text, 'any', 'faint') })),
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
        tip: `${sources.map((state) => nameIn(region, state)).join(', ')} to ${nameIn(region, target)}\n${tip}`,
        data: { ...of, from: sources.join(SEPARATOR), to: target, event: events.join(SEPARATOR) },
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
  states.find(({ id }) => id === state)?.title ?? state;
