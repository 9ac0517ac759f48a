import { groupedBy } from '../model/index.ts';
import type { Choices } from './choices.ts';
import { framed, legendOf } from './entity.ts';
import type { Part } from './graph.ts';
import { textStyles } from './looks.ts';
import { packed } from './packing.ts';
import { page } from './page.ts';
import { regionPart } from './region.ts';
import { type Scene, SEPARATOR } from './scene.ts';
import type { Sketch, SketchRegion, SketchTransition } from './sketch.ts';
import { groupPart, type Table, type TableCell, type TableGroup } from './table.ts';
import { wrapped } from './text.ts';

/** The phases of an entity, with phases of the same shape drawn once under all their names. */
export async function familyScene(sketch: Sketch, caption: string, choices: Choices): Promise<Scene> {
  const families = familiesOf(sketch.regions.filter(({ phase }) => phase));
  const drawn = families.map(shapeOf);
  const parts: Part[] = [];
  for (const [index, region] of drawn.entries()) {
    const names = (families[index] ?? []).map((member) => member.id);
    const of = { entity: sketch.entity, phase: names.join(SEPARATOR) };
    const id = `${region.id}.shape`;
    const part = await regionPart(of, region, id, choices);
    const shape = framed(id, wrapped(names.join(', '), textStyles.name, Math.max(part.width, 320)), part);
    const { group, rows } = codesTable(families[index] ?? []);
    parts.push(names.length > 1 ? packed([shape, groupPart(group, rows)], shape.width) : shape);
  }
  const members = families.map((family) => family.map(({ id }) => id).join(', ')).join('; ');
  return page(
    {
      id: `${sketch.id}.lifecycle`,
      title: `${sketch.title} lifecycle`,
      caption,
      description: `The shapes of the phases of ${sketch.title}: ${members}.`,
      legend: legendOf(drawn),
      notes: [
        'Phases with the same statuses are drawn once; * stands for the word of each of them, and what only some do has their names.',
      ],
    },
    packed(parts, choices.maxWidth),
  );
}

/** Groups phases with the same states and the same initial state. */
export function familiesOf(regions: readonly SketchRegion[]): SketchRegion[][] {
  const keyOf = ({ initial, states }: SketchRegion) => JSON.stringify([initial, states.map(({ id }) => id).sort()]);
  return [...groupedBy(regions, keyOf).values()];
}

/** One region for a family: shared transitions once, and others with the names of the phases that have them. */
function shapeOf(family: readonly SketchRegion[]): SketchRegion {
  const [first] = family as [SketchRegion, ...SketchRegion[]];
  if (family.length === 1) return first;
  const states = first.states.map((state) => {
    const alike = family.flatMap(({ states: own }) => own.filter(({ id }) => id === state.id));
    return { ...state, code: null, refusals: [], reached: alike.some(({ reached }) => reached) };
  });
  return { ...first, states, transitions: sharedBy(family) };
}

/** An event without the phase's own word: `*.started`. */
const generic = (label: string): string => label.replace(/[^\s.]+(?=\.[^.]*$)/, '*');

/** A transition from one state, and the phase that has it. */
interface Owned {
  readonly owner: string;
  readonly transition: SketchTransition;
}

function sharedBy(family: readonly SketchRegion[]): SketchTransition[] {
  const owned = family.flatMap(({ id: owner, transitions }) =>
    transitions.flatMap((transition): Owned[] =>
      transition.sources.map((from) => ({ owner, transition: { ...transition, from, sources: [from] } })),
    ),
  );
  const exact = grouped(owned, ({ label }) => label);
  const whole = exact.filter((alike) => ownersOf(alike).length === family.length);
  const rest = exact.filter((alike) => !whole.includes(alike)).flat();
  const shared = whole.map((alike) => oneOf(alike, (alike[0] as Owned).transition.label));
  const differing = grouped(rest, ({ label }) => generic(label)).flatMap((alike) => {
    const owners = ownersOf(alike);
    const [{ transition }] = alike as [Owned];
    if (owners.length === family.length) return [oneOf(alike, generic(transition.label))];
    return grouped(alike, ({ label }) => label).map((same) =>
      oneOf(same, `${(same[0] as Owned).transition.label} (${ownersOf(same).join(', ')})`),
    );
  });
  return [...shared, ...differing];
}

/** Groups transitions by source, target, kind and the given key. */
function grouped(owned: readonly Owned[], about: (transition: SketchTransition) => string): Owned[][] {
  const keyOf = ({ transition }: Owned): string =>
    JSON.stringify([transition.from, transition.to, transition.kind, about(transition)]);
  return [...groupedBy(owned, keyOf).values()];
}

const ownersOf = (owned: readonly Owned[]): string[] => [...new Set(owned.map(({ owner }) => owner))];

/** Merges transitions into one. It keeps their condition if it is the same for all. */
function oneOf(alike: readonly Owned[], label: string): SketchTransition {
  const [first] = alike as [Owned, ...Owned[]];
  const events = new Set(alike.map(({ transition }) => transition.event));
  const guards = [...new Set(alike.map(({ transition }) => transition.guard))];
  const guard = guards.length > 1 ? 'a condition that differs' : guards[0];
  return { ...first.transition, event: [...events].join(SEPARATOR), label, guard };
}

/** The vendor's code of each status in each phase, and the refusals that depend on it. */
function codesTable(family: readonly SketchRegion[]): { readonly group: TableGroup; readonly rows: Table['rows'] } {
  const [{ id, states }] = family as [SketchRegion];
  return {
    group: {
      id: `${id}.codes`,
      title: 'codes',
      columns: states.map((state) => ({ id: state.id, title: state.title })),
      cells: family.map((region) =>
        states.map((column): TableCell => {
          const state = region.states.find((each) => each.id === column.id);
          const refused = state?.refusals.map(({ command, codes }) => `${command}: ${codes.join(', ')}`) ?? [];
          const text = state?.reached ? String(state.code ?? (state.status === null ? '–' : 'none')) : 'never';
          const tip = [`${region.id} ${column.title}`, ...(refused.length > 0 ? ['refuses', ...refused] : [])];
          return { text, look: 'yes', soft: state?.reached !== true, tip: tip.join('\n') };
        }),
      ),
    },
    rows: family.map((region) => ({ id: region.id, title: region.id })),
  };
}
