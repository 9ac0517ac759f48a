import type { Code } from '../model/index.ts';
import { type Connection, connectionsOf } from './connections.ts';
import { framed } from './entity.ts';
import { type Graph, type GraphLink, type Part, placed } from './graph.ts';
import { packed } from './packing.ts';
import { type Frame, page } from './page.ts';
import { graphOf } from './region.ts';
import type { Scene } from './scene.ts';
import { ANY, type Sketch, type SketchRegion } from './sketch.ts';
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
  const regions = sketch.regions.filter(
    ({ id, phase }) => phase && steps.some(({ changes }) => changes.some(({ region }) => region === id)),
  );
  const parts: Part[] = [];
  for (const region of regions) parts.push(framed(region.id, region.title, await wayPart(region, steps, regions)));
  const concerned = steps.filter((step) => step.refused || step.changes.length > 0);
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
      description: `${steps.length} steps of a scenario. ${concerned.map(sentence).join('. ')}.`,
      legend,
      notes: [
        ...(shown.length < concerned.length ? [`and ${concerned.length - shown.length} more steps.`] : []),
        ...(regions.length === 0 ? [`No step changes ${sketch.title}.`] : []),
      ],
    },
    packed(parts),
  );
}

const MOST = 60;

const nameOf = ({ code, name }: { readonly code: Code; readonly name: string }): string =>
  name === String(code) ? name : `${code} ${name}`;

const sentence = ({ step, text, refused, changes }: TraceStep): string =>
  refused
    ? `${step} ${text}: refused with ${nameOf(refused)}`
    : `${step} ${text}: ${changes.map(({ region, to }) => `${region} ${to}`).join(', ')}`;

async function wayPart(
  region: SketchRegion,
  steps: readonly TraceStep[],
  regions: readonly SketchRegion[],
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
  const refused = refusedIn(region, steps, regions);
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
      each.from === ANY &&
      each.to === to &&
      each.sources.includes(state) &&
      each.events.some((event) => events.includes(event)),
  );
}

/** The refused steps by the state that has them refused, each in the first region where one has. */
function refusedIn(region: SketchRegion, steps: readonly TraceStep[], regions: readonly SketchRegion[]) {
  const standing = new Map(regions.map(({ id, initial }) => [id, initial]));
  const found = new Map<string, TraceStep[]>();
  for (const step of steps) {
    const { refused, event } = step;
    if (refused) {
      const where = regions.find(({ id, states }) =>
        states
          .find((state) => state.id === standing.get(id))
          ?.refusals.some(({ command, codes }) => command === event && codes.includes(refused.code)),
      );
      const state = standing.get(region.id) ?? region.initial;
      if (where === region) found.set(state, [...(found.get(state) ?? []), step]);
    }
    for (const { region: changed, to } of step.changes) standing.set(changed, to);
  }
  return found;
}
