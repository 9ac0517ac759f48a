import { type Code, kept } from '../model/index.ts';
import type { Choices } from './choices.ts';
import type { Connection } from './connections.ts';
import { framed } from './entity.ts';
import type { GraphLink, Part } from './graph.ts';
import { packed } from './packing.ts';
import { page } from './page.ts';
import { regionPart } from './region.ts';
import type { Scene } from './scene.ts';
import { mainRegions, type Sketch, type SketchRegion } from './sketch.ts';
import { stateId, stateStamp } from './state.ts';
import { refusalSentence, stepLegend, type ToldStep } from './step-words.ts';

/** A step of a scenario in the trace of one entity. `refused` is set only for commands to this entity. */
export interface TraceStep extends ToldStep {
  /** The command or report; `wait`. */
  readonly event: string;
  /** The transitions that the entity took, in order. */
  readonly moves: readonly TraceMove[];
}

/** A transition of a region; `event` is its name in the chart. */
export interface TraceMove {
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly event: string;
}

/** The trace of one entity. */
export interface TracedWay {
  /** `job:1` */
  readonly entity: string;
  readonly steps: readonly TraceStep[];
  /** The final state of each of its regions. */
  readonly end: { readonly [region: string]: string };
}

/** The path of a scenario through an entity: its steps as numbers on the edges, refused ones in red. */
export async function traceScene(sketch: Sketch, caption: string, way: TracedWay, choices: Choices): Promise<Scene> {
  const { entity, steps } = way;
  const title = sketch.title.replace(sketch.entity, entity);
  const drawn = mainRegions(sketch.regions);
  const changed = drawn.filter(({ id }) => steps.some((step) => changes(step, id)));
  const refused = refusedIn(drawn, changed, steps);
  const met = drawn.filter((region) => changed.includes(region) || refused.has(region));
  // If nothing happened, the picture shows all regions.
  const regions = met.length > 0 ? met : drawn;
  const parts: Part[] = [];
  for (const region of regions) {
    const part = await wayPart(sketch.entity, region, way, refused.get(region) ?? new Map(), choices);
    parts.push(framed(region.id, [region.id], part));
  }
  const concerned = steps.filter((step) => step.refused || regions.some(({ id }) => changes(step, id)));
  const shown = concerned.length > MOST ? concerned.slice(0, MOST) : concerned;
  return page(
    {
      id: `${sketch.id}.trace`,
      title,
      caption,
      description: [`${steps.length} steps of a scenario`, ...concerned.map(sentence)].join('. ').concat('.'),
      legend: stepLegend(shown),
      notes: [
        ...(shown.length < concerned.length ? [`and ${concerned.length - shown.length} more steps.`] : []),
        ...(changed.length === 0 ? [`No step changes ${title}.`] : []),
        ...elsewhere(steps, refused),
      ],
    },
    packed(parts, choices.maxWidth),
  );
}

const MOST = 60;

const changes = (step: TraceStep, region: string): boolean => step.moves.some((each) => each.region === region);

type Refusals = ReadonlyMap<SketchRegion, ReadonlyMap<string, readonly TraceStep[]>>;

/** Notes on refusals that no state of the picture causes, with their reasons. */
function elsewhere(steps: readonly TraceStep[], refused: Refusals): string[] {
  const told = new Set([...refused.values()].flatMap((states) => [...states.values()].flat()));
  const rest = steps.filter((step) => step.refused && !told.has(step));
  const lines = rest.slice(0, MOST_ELSEWHERE).map(({ step, refused }) => {
    const why = refused?.reason === undefined ? '' : `: ${refused.reason}`;
    return `Step ${step} is refused for what no status here decides${why}.`;
  });
  const more = rest.slice(MOST_ELSEWHERE).map(({ step }) => step);
  return more.length === 0 ? lines : [...lines, `So ${more.length > 1 ? 'are steps' : 'is step'} ${listOf(more)}.`];
}

const MOST_ELSEWHERE = 8;

const sentence = (step: TraceStep): string =>
  step.refused
    ? refusalSentence(step)
    : `${step.step} ${step.text}: ${step.moves.map(({ region, to }) => `${region} ${to}`).join(', ')}`;

async function wayPart(
  entity: string,
  region: SketchRegion,
  { steps, end }: TracedWay,
  refused: ReadonlyMap<string, readonly TraceStep[]>,
  choices: Choices,
): Promise<Part> {
  const of = { entity, phase: region.id };
  return regionPart(of, region, region.id, choices, (graph, connections) => {
    const { visited, taken } = wayIn(region, connections, steps);
    const links = graph.links.map((link, index): GraphLink => {
      const connection = connections[index - 1];
      const numbers = connection ? taken.get(connection) : undefined;
      if (numbers === undefined) {
        return { ...link, look: 'plain', lines: link.lines.map(({ text }) => ({ text, look: 'faint' })) };
      }
      return { ...link, look: 'way', lines: [{ text: listOf(numbers), look: 'number' }, ...link.lines] };
    });
    const nodes = graph.nodes.map((node) => {
      const state = region.states.find(({ id }) => stateId(region, id) === node.id);
      if (!state) return node;
      const here = refused.get(state.id) ?? [];
      const words = [
        ...(here.length > 0 ? [badgeOf(here)] : []),
        ...(end[region.id] === state.id ? ['ends here'] : []),
      ];
      const tip = [...here.map(sentence), ...words].join('\n');
      const badge =
        words.length === 0
          ? null
          : { text: words.join(', '), tip, ...(here.length > 0 ? {} : { look: 'accepts' as const }) };
      return {
        ...node,
        stamp: stateStamp(state, { badge, visited: visited.has(state.id), of }),
      };
    });
    return { nodes, links };
  });
}

const listOf = (numbers: readonly number[]): string =>
  numbers.length > 6 ? `${numbers.slice(0, 5).join(', ')} … ${numbers.at(-1)}` : numbers.join(', ');

const badgeOf = (steps: readonly TraceStep[]): string => {
  const words = steps.map(({ step, refused }) => `${step} ✗ ${refused?.code}`);
  return words.length > 3 ? `${words.slice(0, 2).join(', ')} +${words.length - 2}` : words.join(', ');
};

/** The visited states, and the steps in which each edge was taken. */
function wayIn(region: SketchRegion, connections: readonly Connection[], steps: readonly TraceStep[]) {
  const visited = new Set([region.initial]);
  const taken = new Map<Connection, number[]>();
  for (const { step, moves } of steps) {
    for (const { region: moved, from, to, event } of moves) {
      if (moved !== region.id) continue;
      visited.add(to);
      for (const each of connections) {
        const { sources, target, events } = each;
        if (target === to && sources.includes(from) && events.includes(event)) kept(taken, each, () => []).push(step);
      }
    }
  }
  return { visited, taken };
}

/** The refused steps by the region and state that cause the refusal. Regions that change are tried first. */
function refusedIn(regions: readonly SketchRegion[], changed: readonly SketchRegion[], steps: readonly TraceStep[]) {
  const asked = [...changed, ...regions.filter((region) => !changed.includes(region))];
  const standing = new Map(regions.map(({ id, initial }) => [id, initial]));
  const found = new Map<SketchRegion, Map<string, TraceStep[]>>();
  for (const step of steps) {
    const { refused, event } = step;
    const where = refused && asked.find((region) => refuses(region, standing.get(region.id), event, refused.code));
    if (where) {
      const here = kept(found, where, () => new Map<string, TraceStep[]>());
      kept(here, standing.get(where.id) ?? where.initial, () => []).push(step);
    }
    for (const { region, to } of step.moves) standing.set(region, to);
  }
  return found;
}

const refuses = ({ states }: SketchRegion, standing: string | undefined, event: string, code: Code): boolean =>
  states.some(
    ({ id, refusals }) =>
      id === standing && refusals.some(({ command, codes }) => command === event && codes.includes(code)),
  );
