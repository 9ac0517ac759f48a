import type { Sketch, SketchRegion } from '../sketch.ts';
import { captionOf, type Edge, edgesOf, noteOf } from './edges.ts';
import { Ids } from './ids.ts';

/** The dialect of a tool with the statements `state "label" as id` and `from --> to : label`. */
interface Dialect {
  /** Reserved words, separated by spaces. */
  readonly words: string;
  readonly text: (said: string) => string;
  readonly lines: (said: readonly string[]) => string;
  /** The arrow between two states: `-->`, possibly coloured. */
  readonly arrow: (edge: Edge) => string;
}

/** The statements of a sketch: regions are parallel composite states, unless there is only one. */
export function statementsOf(sketch: Sketch, dialect: Dialect): string[] {
  const ids = new Ids(/[A-Za-z0-9_]/, dialect.words.split(' '));
  const regions = sketch.regions.map((region) => regionOf(ids, region, dialect));
  const [only] = sketch.regions;
  if (sketch.regions.length === 1 && only) return statesOf(ids, only, dialect);
  return [
    `state "${dialect.text(sketch.title)}" as ${ids.of(sketch.id, 'root')} {`,
    ...regions.flatMap((block, index) => [...(index === 0 ? [] : ['--']), ...block]).map(indented),
    '}',
  ];
}

export const indented = (line: string): string => `  ${line}`;

function regionOf(ids: Ids, region: SketchRegion, dialect: Dialect): string[] {
  const id = ids.of(region.id, `region ${region.id}`);
  return [`state "${dialect.text(region.id)}" as ${id} {`, ...statesOf(ids, region, dialect).map(indented), '}'];
}

function statesOf(ids: Ids, region: SketchRegion, { text, lines, arrow }: Dialect): string[] {
  const idOf = (state: string): string => ids.of(`${region.id}_${state}`, `state ${region.id} ${state}`);
  return [
    ...region.states.map((state) => `state "${lines(captionOf(state))}" as ${idOf(state.id)}`),
    `[*] --> ${idOf(region.initial)}`,
    ...edgesOf(region).map((edge) => `${idOf(edge.from)} ${arrow(edge)} ${idOf(edge.to)} : ${lines(edge.lines)}`),
    ...region.states.flatMap((state) => {
      const note = noteOf(state);
      return note.length === 0
        ? []
        : [`note right of ${idOf(state.id)}`, ...note.map((line) => indented(text(line))), 'end note'];
    }),
    ...region.states.filter(({ end }) => end).map(({ id }) => `${idOf(id)} --> [*]`),
  ];
}
