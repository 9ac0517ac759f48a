import type { Params, Step, System } from '../model/index.ts';
import type { SpaceOptions } from './closed-world.ts';
import { type Layout, layOut, pack } from './layout.ts';
import type { Letter } from './letters.ts';
import { compileSpace, type Quotient } from './quotient.ts';

/** Reads a line of scenario text. */
export type Read = (line: string) => readonly Step[];

/** The line that stands for the usual opening of a system. */
export const OPENING = 'given ready';

/** The letters of the usual opening, and where it leads. */
export interface Opening {
  readonly letters: readonly number[];
  readonly node: number;
  readonly high: number;
  readonly low: number;
}

/** The compiled space of an entity, ready for searches. */
export interface Space {
  readonly system: System;
  readonly kind: string;
  readonly layout: Layout;
  /** Undefined if the opening has steps outside the space, or steps that are not taken in it. */
  readonly opening: Opening | undefined;
}

const cache = new WeakMap<System, Map<string, Space>>();

/** The space of an entity over the letters that a scenario can express. Compiled once per system, kind and options. */
export function spaceOf(
  system: System,
  kind: string,
  read: Read,
  { asNew = false, moving = [] }: Pick<SpaceOptions, 'asNew' | 'moving'> = {},
): Space {
  const spaces = cache.get(system) ?? new Map<string, Space>();
  cache.set(system, spaces);
  const key = JSON.stringify([kind, asNew, moving]);
  const known = spaces.get(key);
  if (known) return known;
  const layout = layOut(compileSpace(system, kind, { asNew, moving, sayable: true }));
  const space = { system, kind, layout, opening: openingOf(system, layout, read) };
  spaces.set(key, space);
  return space;
}

function openingOf(system: System, layout: Layout, read: Read): Opening | undefined {
  const { quotient } = layout;
  const letters = read(OPENING).map((step) => letterOf(system, quotient, step));
  const standing = quotient.initial.slice();
  let node = 0;
  for (const letter of letters) {
    const arrow = quotient.nodes[node]?.arrows.find((each) => each.letter === letter);
    if (!arrow) return undefined;
    arrow.sets.forEach((state, place) => {
      if (state >= 0) standing[place] = state;
    });
    node = arrow.to;
  }
  return { letters, node, ...pack(layout, node, standing) };
}

/** The letter for a step; -1 if there is none. */
function letterOf({ entities }: System, { letters }: Quotient, step: Step): number {
  if ('wait' in step) return -1;
  const { kind, id, type, params } = step;
  if (id !== (entities[kind]?.singleton ?? '1')) return -1;
  return letters.findIndex((each: Letter) => each.kind === kind && each.event === type && same(each.params, params));
}

function same(one: Params, other: Params): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}
