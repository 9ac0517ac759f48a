import { groupedBy, type System } from '../model/index.ts';
import type { Letter } from '../space/letters.ts';
import { Diagrams } from './diagram/diagrams.ts';
import { EMPTY } from './diagram/nodes.ts';
import { outsideFacts } from './outside-facts.ts';
import { type RecordedOptions, RecordedWorld } from './recorded-world.ts';
import { Relation } from './relation.ts';
import type { EntityAnswers } from './shipped.ts';
import { Transitions } from './transitions.ts';

/** A pseudo-random choice: the same in every run. */
export function seeded(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / (1 << 24)) * count);
  };
}

/** The reachable set of an entity, with the closed world and the transition relation. */
export interface Reachable {
  readonly world: RecordedWorld;
  readonly diagrams: Diagrams;
  readonly transitions: Transitions;
  /** The free facts, as `KIND FACT`: the outside world decides them. */
  readonly outside: readonly string[];
  /** Every reached situation. */
  readonly set: number;
}

/** The shipped data was made for another model. */
export class StaleAnswers extends Error {}

/** Each level of the diagrams as text: kind, region and states. */
export const levelTexts = ({ levels }: RecordedWorld): string[] =>
  levels.map(({ kind, name, states }) => `${kind} ${name}: ${states.join(' ')}`);

/** Computes every situation that an entity can reach. Facts that the outside world decides are free. */
export function reachAll(system: System, kind: string): Reachable {
  let outside = outsideFacts(system, kind, seeded(7));
  for (;;) {
    const reached = reach(system, kind, { outside });
    const { held } = reached.world.closed;
    // A fact may have been read only in situations that were not tried.
    if (reached.whole) return reached;
    outside = [...new Set([...outside, ...held])];
  }
}

/** What may differ in a closed space. */
export interface ClosedOptions {
  /** Facts that read the outside have their value in a new world, not their usual value. */
  readonly asNew?: boolean;
  /** Regions that may move, although the lifecycle declares them fixed. */
  readonly moving?: readonly string[];
}

/**
 * The situations that scenarios about an entity lead to while nothing outside its space changes: facts that read the
 * outside are held, and so are the regions that the lifecycle declares fixed.
 */
export function closedSpace(
  system: System,
  kind: string,
  { asNew = false, moving = [] }: ClosedOptions = {},
): Reachable {
  const still = (system.entities[kind]?.space?.fixed ?? []).filter((region) => !moving.includes(region));
  return reach(system, kind, { still, asNew, sayable: true });
}

/** Reads the set from shipped data, which must have been made for the same regions. */
export function reachFrom(
  system: System,
  kind: string,
  { outside, levels, set }: Pick<EntityAnswers, 'outside' | 'levels' | 'set'>,
): Reachable {
  const reachable = begin(system, kind, { outside });
  const now = levelTexts(reachable.world);
  const [differs] = [...now.filter((text) => !levels.includes(text)), ...levels.filter((text) => !now.includes(text))];
  if (differs !== undefined || now.join() !== levels.join()) {
    const where = differs === undefined ? 'the order of its regions' : differs.slice(0, differs.indexOf(':'));
    throw new StaleAnswers(
      `what is shipped of ${system.name} ${kind} is stale: it was made for another model (${where} differs). ` +
        `Run \`npm run reach ${system.name} ${kind}\`.`,
    );
  }
  return { ...reachable, set: reachable.diagrams.readFrom(set) };
}

/** The situations of a space. `whole` is false if the search stopped because it read a fact that is not free. */
export function reach(system: System, kind: string, options: RecordedOptions): Reachable & { readonly whole: boolean } {
  const reachable = begin(system, kind, options);
  const { world, diagrams, transitions } = reachable;
  const free = new Set(options.outside);
  const isWhole = (): boolean => !options.outside || [...world.closed.held].every((fact) => free.has(fact));
  const set = chain(world, diagrams, transitions, isWhole);
  return { ...reachable, set, whole: isWhole() };
}

function begin(system: System, kind: string, options: RecordedOptions): Omit<Reachable, 'set'> {
  const world = new RecordedWorld(system, kind, options);
  const diagrams = new Diagrams(world.levels.map(({ states }) => states.length));
  const run = (letter: number, standing: Uint8Array) => world.run(letter, standing);
  const transitions = new Transitions(new Relation(diagrams, run, seeded(1)));
  return { world, diagrams, transitions, outside: options.outside ?? [] };
}

/** The least fixed point, by chaining: each group of letters is iterated to its fixed point until nothing is added. */
function chain(world: RecordedWorld, diagrams: Diagrams, transitions: Transitions, goOn: () => boolean): number {
  const groups = groupedBy(world.letters.keys(), (letter) => {
    const { kind, event } = world.letters[letter] as Letter;
    return world.isFactChange(letter) ? '' : `${kind} ${event.split('.')[0]}`;
  });
  let set = diagrams.one(world.initial);
  for (let before = EMPTY; before !== set && goOn(); ) {
    before = set;
    for (const group of groups.values()) {
      for (let start = EMPTY; start !== set && goOn(); ) {
        start = set;
        for (const letter of group) set = diagrams.union(set, transitions.image(letter, set));
      }
    }
  }
  return set;
}
