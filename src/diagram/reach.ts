import { eventsHeard, groupedBy, isPhase, type Lifecycle, type System } from '../model/index.ts';
import { untangled } from './crossings.ts';
import type { GraphLink, GraphNode } from './graph.ts';
import { textStyles } from './looks.ts';
import { page } from './page.ts';
import type { EdgeLook, Line, Point, Scene } from './scene.ts';
import type { Stamp } from './state.ts';
import { fitted, widthOf } from './text.ts';

/** How the entities of a system affect each other: signals, events of effects, and facts that are read. */
export async function reachScene(system: System): Promise<Scene> {
  const kinds = Object.values(system.entities);
  const nodes: GraphNode[] = kinds.map((lifecycle) => ({ id: lifecycle.kind, stamp: entityStamp(lifecycle) }));
  const reaches = kinds.flatMap((to) => [...signals(system, to), ...told(system, to), ...asked(system, to)]);
  const links = [...groupedBy(reaches, ({ from, to }) => `${from} ${to}`).values()].map((alike, index): GraphLink => {
    const [{ from, to, look }] = alike;
    return {
      ...{ id: `reach-${index + 1}`, from, to, look, instead: { id: `${from}>${to}`, text: `→ ${to}` } },
      lines: alike.flatMap(shownOf),
      tip: `${from} to ${to}\n${alike.flatMap(({ words }) => words).join('\n')}`,
    };
  });
  const part = await untangled({ nodes, links }, null, { 'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER' });
  const used = new Set(reaches.map(({ look }) => look));
  return page(
    {
      id: `${system.name}.system`,
      title: system.title,
      caption: 'how its entities reach one another',
      description: reaches.map(({ from, to, words }) => `${from} to ${to}: ${words.join(', ')}`).join('. '),
      legend: LEGEND.filter(({ look }) => used.has(look)),
    },
    part,
  );
}

const LINES = 6;

/** As many words as fit, and the number of the rest. */
function shownOf({ look, words }: Reach): GraphLink['lines'] {
  const shown = words.length > LINES ? [...words.slice(0, LINES - 1), `+${words.length - LINES + 1} more`] : words;
  return shown.map((text) => ({ text: fitted(text, textStyles[look], 200), look }));
}

const LEGEND: { readonly text: string; readonly look: EdgeLook }[] = [
  { text: 'a change of status is told', look: 'signal' },
  { text: 'an effect tells an event', look: 'delay' },
  { text: 'a fact is read', look: 'plain' },
];

interface Reach {
  readonly from: string;
  readonly to: string;
  readonly look: EdgeLook;
  readonly words: readonly string[];
}

/** Signals of linked entities that the chart handles. */
function signals({ links, entities }: System, to: Lifecycle): Reach[] {
  return links.flatMap(({ from, signals: raised }) => {
    const heard = raised.filter((signal) => {
      const region = signal.split(' ')[1]?.split('.')[0] ?? '';
      const own = from === to.kind || Object.hasOwn(to.chart.states, region);
      return (!own || Object.keys(entities).length === 1) && eventsHeard(to.chart).includes(signal);
    });
    return heard.length === 0 ? [] : [{ from, to: to.kind, look: 'signal' as const, words: heard }];
  });
}

/** Events that only effects of other entities send. */
function told({ entities }: System, { kind, internal = {} }: Lifecycle): Reach[] {
  const events = Object.entries(internal).filter(([event]) => !/^(entered|left) /.test(event));
  const words = events.map(([event, { causedBy }]) => [kindOf(causedBy.at(-1) ?? ''), event] as const);
  return reachesOf(entities, kind, 'delay', words);
}

/** Facts that change by steps of other entities. */
function asked({ entities }: System, { kind, facts }: Lifecycle): Reach[] {
  const words = Object.entries(facts).flatMap(([fact, { changedBy = [] }]) =>
    [...new Set(changedBy.map(kindOf))].map((other) => [other, fact] as const),
  );
  return reachesOf(entities, kind, 'plain', words);
}

/** One arrow from each other entity, with all its words. */
function reachesOf(
  entities: System['entities'],
  to: string,
  look: EdgeLook,
  words: readonly (readonly [other: string, word: string])[],
): Reach[] {
  const others = words.filter(([other]) => other !== to && Object.hasOwn(entities, other));
  const byKind = groupedBy(others, ([other]) => other);
  return [...byKind].map(([from, all]) => ({ from, to, look, words: all.map(([, word]) => word) }));
}

/** The kind of entity that a scenario's line is about. */
const kindOf = (line: string): string => line.split(/[\s:]/)[0] ?? '';

const PAD = 12;
const ROW = 17;

/** An entity with its phases below its name. */
function entityStamp({ kind, chart, phases }: Lifecycle): Stamp {
  const rows = Object.keys(chart.states)
    .filter(isPhase)
    .map((phase) => ({
      name: fitted(phase, textStyles.small, 240),
      count: String(Object.keys(phases[phase] ?? {}).length),
    }));
  const width =
    Math.max(widthOf(kind, textStyles.heading), 90, ...rows.map(({ name }) => widthOf(name, textStyles.small))) +
    2 * PAD;
  const height = 38 + rows.length * ROW + (rows.length > 0 ? 6 : 0);
  const draw = (id: string, parent: string | null, { x, y }: Point) => {
    const lines: Line[] = [
      { x: x + PAD, y: y + 25, text: fitted(kind, textStyles.heading, 280), look: 'heading' },
      ...rows.map(({ name }, index): Line => ({ x: x + PAD, y: y + 48 + index * ROW, text: name, look: 'small' })),
    ];
    return [{ id, look: 'entity' as const, parent, x, y, width, height, lines }];
  };
  return { width, height, draw };
}
