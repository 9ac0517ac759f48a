import { connectionsOf } from './connections.ts';
import { framed, legendOf } from './entity.ts';
import type { Part } from './graph.ts';
import { packed } from './packing.ts';
import { page } from './page.ts';
import { regionPart } from './region.ts';
import type { Scene } from './scene.ts';
import type { Sketch, SketchRegion, SketchTransition } from './sketch.ts';
import { wrapped } from './text.ts';

/** The shapes that the phases of an entity have: phases of one shape are drawn once, and all of them named. */
export async function familyScene(sketch: Sketch, caption: string): Promise<Scene> {
  const families = familiesOf(sketch.regions.filter(({ phase }) => phase));
  const drawn = families.map(shapeOf);
  const parts: Part[] = [];
  for (const [index, region] of drawn.entries()) {
    const names = (families[index] ?? []).map(({ title }) => title);
    parts.push(named(names, await regionPart(region, `${region.id}.shape`), region.id));
  }
  const members = families.map((family) => family.map(({ id }) => id).join(', ')).join('; ');
  return page(
    {
      id: `${sketch.id}.lifecycle`,
      title: `${sketch.title} lifecycle`,
      caption,
      description: `The shapes of the phases of ${sketch.title}: ${members}.`,
      legend: legendOf(drawn),
      notes: ['Phases with the same shape are drawn once; * stands for the word of each of them.'],
    },
    packed(parts),
  );
}

const NAMES = { size: 13, bold: true };

/** The names of a family stand in the frame's title, as many lines as they need. */
function named(names: readonly string[], part: Part, id: string): Part {
  const lines = wrapped(names.join(', '), NAMES, Math.max(part.width, 320));
  const [first = '', ...rest] = lines;
  const by = rest.length * 17;
  const lower = { boxes: part.boxes, edges: part.edges, labels: part.labels };
  const framedPart = framed(
    `${id}.shape`,
    lines.reduce((one, other) => (other.length > one.length ? other : one), first),
    {
      ...lower,
      width: part.width,
      height: part.height,
    },
  );
  const [frame, ...boxes] = framedPart.boxes;
  if (!frame) return framedPart;
  const down = <T extends { readonly y: number }>(each: T): T => ({ ...each, y: each.y + by });
  const [line] = frame.lines;
  const titles = lines.map((text, index) => ({
    x: line?.x ?? 0,
    y: (line?.y ?? 0) + index * 17,
    text,
    look: 'name' as const,
  }));
  return {
    ...framedPart,
    boxes: [
      { ...frame, height: frame.height + by, lines: titles },
      ...boxes.map((box) => ({ ...down(box), lines: box.lines.map(down) })),
    ],
    edges: framedPart.edges.map((edge) => ({ ...edge, points: edge.points.map(down) })),
    labels: framedPart.labels.map((label) => ({ ...down(label), lines: label.lines.map(down) })),
    height: framedPart.height + by,
  };
}

/** Phases whose states have the same names, and whose transitions lead from and to the same of them. */
export function familiesOf(regions: readonly SketchRegion[]): SketchRegion[][] {
  const families = new Map<string, SketchRegion[]>();
  for (const region of regions) {
    const ways = connectionsOf(region).connections.map(({ from, to }) => `${from} ${to}`);
    const key = JSON.stringify([region.initial, region.states.map(({ id }) => id).sort(), [...new Set(ways)].sort()]);
    families.set(key, [...(families.get(key) ?? []), region]);
  }
  return [...families.values()];
}

/** One region that stands for all of a family: what they have in common. */
function shapeOf(family: readonly SketchRegion[]): SketchRegion {
  const [first] = family as [SketchRegion, ...SketchRegion[]];
  if (family.length === 1) return first;
  const transitions: SketchTransition[] = [];
  let rest = family;
  for (const [key, labelOf] of LIKENESSES) {
    transitions.push(...matched(rest, key, labelOf));
    rest = rest.map((region) => unmatched(region, rest, key));
  }
  const states = first.states.map((state) => ({ ...state, code: null, refusals: [] }));
  return { ...first, states, transitions };
}

/** What an event is where the phase's own word is left out: `*.started`. */
const generic = (label: string): string => label.replace(/[^\s.]+(?=\.[^.]*$)/, '*');

type Key = (region: SketchRegion, transition: SketchTransition) => string;
type Labels = (alike: readonly SketchTransition[]) => string;

/** The transitions that all of a family have under one key. */
function matched(family: readonly SketchRegion[], key: Key, labelOf: Labels): SketchTransition[] {
  const tables = family.map((region) => new Map(region.transitions.map((each) => [key(region, each), each])));
  return [...(tables[0] ?? [])].flatMap(([name, each]) => {
    const alike = tables.flatMap((table) => table.get(name) ?? []);
    if (alike.length < family.length) return [];
    const { guard, ...kept } = each;
    const same = guard !== undefined && alike.every((other) => other.guard === guard);
    return [{ ...kept, label: labelOf(alike), ...(same ? { guard } : {}) }];
  });
}

/** The region with those of its transitions alone that not all of the family have. */
function unmatched(region: SketchRegion, family: readonly SketchRegion[], key: Key): SketchRegion {
  const others = family.map((each) => new Set(each.transitions.map((one) => key(each, one))));
  return {
    ...region,
    transitions: region.transitions.filter((each) => !others.every((keys) => keys.has(key(region, each)))),
  };
}

/** A key of where a transition leads, of something about its event, and of which of those that are so it is. */
const keyed = (about: (transition: SketchTransition) => string): Key => {
  const named = (each: SketchTransition): string => JSON.stringify([each.from, each.to, each.kind, about(each)]);
  return ({ transitions }, transition) => {
    const name = named(transition);
    return `${name} ${transitions.filter((each) => named(each) === name).indexOf(transition)}`;
  };
};

/**
 * How transitions of several phases can be alike, the closest likeness first: the same event; the same but for the
 * phase's own word; or only the same way, where all their words stand.
 */
const LIKENESSES: readonly (readonly [Key, Labels])[] = [
  [keyed(({ label }) => label), ([one]) => one?.label ?? ''],
  [keyed(({ label }) => generic(label)), ([one]) => generic(one?.label ?? '')],
  [keyed(() => ''), (alike) => [...new Set(alike.map(({ label }) => label))].join(' / ')],
];
