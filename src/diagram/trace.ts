import type { Code } from '../model/index.ts';
import { type Connection, connectionsOf } from './connections.ts';
import { framed } from './entity.ts';
import { type Graph, type GraphLink, type Part, placed } from './graph.ts';
import { packed } from './packing.ts';
import { type Frame, page } from './page.ts';
import { graphOf } from './region.ts';
import type { Scene } from './scene.ts';
import { FROM_ANY, type Sketch, type SketchRegion } from './sketch.ts';
import { stateId, stateStamp } from './state.ts';

/** A step of a scenario, as the way through an entity shows it. */
export interface TraceStep {
  /** From 1. */
  readonly step: number;
  /** The step as it is written. */
  readonly text: string;
  /** The chart's word for what happened, as far as it is known: the command or report. */
  readonly event: string;
  /** The step was a command to this entity and was refused. */
  readonly refused?: { readonly code: Code; readonly name: string };
  /** The states that the entity's regions went to, in order. */
  readonly changes: readonly { readonly region: string; readonly from: string; readonly to: string }[];
}

/** The way that a scenario takes through an entity: its steps numbered along the edges, the refused ones in red. */
export async function traceScene(sketch: Sketch, caption: string, steps: readonly TraceStep[]): Promise<Scene> {
  const drawn = sketch.regions.length === 1 ? sketch.regions : sketch.regions.filter(({ phase }) => phase);
  const changed = drawn.filter(({ id }) => steps.some((step) => changes(step, id)));
  const refused = refusedIn(drawn, changed, steps);
  const met = drawn.filter((region) => changed.includes(region) || refused.has(region));
  // Where nothing happened the picture shows where everything stands still.
  const regions = met.length > 0 ? met : drawn;
  const parts: Part[] = [];
  for (const region of regions)
    parts.push(framed(region.id, region.title, await wayPart(region, steps, refused.get(region) ?? new Map())));
  const concerned = steps.filter((step) => step.refused || regions.some(({ id }) => changes(step, id)));
  const shown = concerned.length > MOST ? concerned.slice(0, MOST) : concerned;
  const legend = shown.map(({ step, text, refused }): Frame['legend'][number] => ({
    text: `${step} ${text}${refused ? ` ✗ ${nameOf(refused)}` : ''}`,
    look: refused ? 'error' : 'way',
  }));
  return page(
    {
      id: `${sketch.id}.trace`,
      title: `${sketch.title} on its way`,
      caption,
      description: [`${steps.length} steps of a scenario`, ...concerned.map(sentence)].join('. ').concat('.'),
      legend,
      notes: [
        ...(shown.length < concerned.length ? [`and ${concerned.length - shown.length} more steps.`] : []),
        ...(changed.length === 0 ? [`No step changes ${sketch.title}.`] : []),
      ],
    },
    packed(parts),
  );
}

const MOST = 60;

const changes = (step: TraceStep, region: string): boolean => step.changes.some((each) => each.region === region);

const nameOf = ({ code, name }: { readonly code: Code; readonly name: string }): string =>
  name === String(code) ? name : `${code} ${name}`;

const sentence = ({ step, text, refused, changes }: TraceStep): string =>
  refused
    ? `${step} ${text}: refused with ${nameOf(refused)}`
    : `${step} ${text}: ${changes.map(({ region, to }) => `${region} ${to}`).join(', ')}`;

async function wayPart(
  region: SketchRegion,
  steps: readonly TraceStep[],
  refused: ReadonlyMap<string, readonly TraceStep[]>,
): Promise<Part> {
  const { connections } = connectionsOf(region);
  const way = wayIn(region, connections, steps);
  const graph = graphOf(region);
  const links = graph.links.map((link, index): GraphLink => {
    const connection = connections[index - 1];
    const numbers = connection ? way.taken.get(connection) : undefined;
    if (numbers === undefined) {
      return { ...link, look: 'plain', lines: link.lines.map(({ text }) => ({ text, look: 'faint' })) };
    }
    return { ...link, look: 'way', lines: [{ text: listOf(numbers), look: 'number' }, ...link.lines] };
  });
  const extra = way.unseen.map(
    ({ from, to, numbers }, index): GraphLink => ({
      id: `${region.id}-way-${index + 1}`,
      from: stateId(region, from),
      to: stateId(region, to),
      look: 'way',
      lines: [{ text: listOf(numbers), look: 'number' }],
    }),
  );
  const nodes = graph.nodes.map((node) => {
    const state = region.states.find(({ id }) => stateId(region, id) === node.id);
    if (!state) return node;
    const here = refused.get(state.id);
    const badge = here ? { text: badgeOf(here), tip: here.map(sentence).join('\n') } : null;
    return { ...node, stamp: stateStamp(state, { badge, visited: way.visited.has(state.id) }) };
  });
  const whole: Graph = { nodes, links: [...links, ...extra] };
  return placed(whole, region.id);
}

const listOf = (numbers: readonly number[]): string =>
  numbers.length > 6 ? `${numbers.slice(0, 5).join(', ')} … ${numbers.at(-1)}` : numbers.join(', ');

const badgeOf = (steps: readonly TraceStep[]): string => {
  const words = steps.map(({ step, refused }) => `${step} ✗ ${refused?.code}`);
  return words.length > 3 ? `${words.slice(0, 2).join(', ')} +${words.length - 2}` : words.join(', ');
};

interface Way {
  readonly visited: ReadonlySet<string>;
  readonly taken: ReadonlyMap<Connection, number[]>;
  /** Moves that no drawn edge stands for. */
  readonly unseen: readonly { readonly from: string; readonly to: string; readonly numbers: number[] }[];
}

/** Which edges were taken, and at which steps. */
function wayIn(region: SketchRegion, connections: readonly Connection[], steps: readonly TraceStep[]): Way {
  const visited = new Set([region.initial]);
  const taken = new Map<Connection, number[]>();
  const unseen: { from: string; to: string; numbers: number[] }[] = [];
  for (const { step, event, changes } of steps) {
    for (const { region: changed, from, to } of changes) {
      if (changed !== region.id) continue;
      visited.add(to);
      const fits = connections.filter((each) => each.to === to && leadsFrom(region, each, from));
      const connection = fits.find(({ events }) => events.includes(event)) ?? fits[0];
      if (connection) {
        taken.set(connection, [...(taken.get(connection) ?? []), step]);
        continue;
      }
      const known = unseen.find((each) => each.from === from && each.to === to);
      if (known) known.numbers.push(step);
      else unseen.push({ from, to, numbers: [step] });
    }
  }
  return { visited, taken, unseen };
}

/** Whether an edge stands for a move from that state: it begins there, or is of many states and that is one of them. */
function leadsFrom({ transitions }: SketchRegion, { from, to, events }: Connection, state: string): boolean {
  if (from === state) return true;
  return transitions.some(
    (each) =>
      each.from === FROM_ANY &&
      each.to === to &&
      each.sources.includes(state) &&
      each.events.some((event) => events.includes(event)),
  );
}

/** The refused steps by the region and state that has them refused: one that changes, before one that never does. */
function refusedIn(regions: readonly SketchRegion[], changed: readonly SketchRegion[], steps: readonly TraceStep[]) {
  const asked = [...changed, ...regions.filter((region) => !changed.includes(region))];
  const standing = new Map(regions.map(({ id, initial }) => [id, initial]));
  const found = new Map<SketchRegion, Map<string, TraceStep[]>>();
  for (const step of steps) {
    const { refused, event } = step;
    const where = refused && asked.find((region) => refuses(region, standing.get(region.id), event, refused.code));
    if (where) {
      const here = found.get(where) ?? new Map<string, TraceStep[]>();
      const state = standing.get(where.id) ?? where.initial;
      here.set(state, [...(here.get(state) ?? []), step]);
      found.set(where, here);
    }
    for (const { region, to } of step.changes) standing.set(region, to);
  }
  return found;
}

const refuses = ({ states }: SketchRegion, standing: string | undefined, event: string, code: Code): boolean =>
  states.some(
    ({ id, refusals }) =>
      id === standing && refusals.some(({ command, codes }) => command === event && codes.includes(code)),
  );
