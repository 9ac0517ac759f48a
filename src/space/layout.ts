import type { Arrow, Quotient } from './quotient.ts';

/** Where the digit of a place stands: in the low part of the packed rest of a situation, or in its high part. */
export interface Field {
  readonly low: boolean;
  readonly shift: number;
  /** Bits; 0 where there is only one state that it can be. */
  readonly width: number;
}

/**
 * How an arrow carries one part of the packed rest over: bits that stand equally far from where they go are moved together,
 * and what is set is put in.
 */
export interface Carry {
  readonly masks: readonly number[];
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  readonly puts: number;
}

/** Arrows of a node that do the same, whatever the letter. */
export interface Road {
  readonly to: number;
  readonly letters: readonly number[];
  readonly high: Carry;
  /** Where each low part is carried to; none where it stays as it is, all of it. */
  readonly lows: Uint16Array | undefined;
}

/**
 * How situations are packed: a situation is its node in the quotient and, in bits, which state of its class each place is
 * in. The low part has the places that few arrows set, so that most arrows leave it alone.
 */
export interface Layout {
  readonly quotient: Quotient;
  /** The states of each class of each place that are ever reached. */
  readonly states: readonly (readonly (readonly number[])[])[];
  readonly fields: readonly (readonly Field[])[];
  /** Bits of each node's low part. */
  readonly lows: readonly number[];
  readonly roads: readonly (readonly Road[])[];
}

/** Bits of the low part at most: a row of eight words is read and written in one go. */
const LOWEST = 8;
/** More bits than this have no room in a number of 32 bits with its sign. */
const WIDEST = 30;

export function layOut(quotient: Quotient): Layout {
  const { places, nodes } = quotient;
  const states = reachedStates(quotient);
  const [low, high] = parts(quotient, states);
  const lows: number[] = [];
  const fields = nodes.map(({ classes }) => {
    const row: Field[] = new Array(places.length);
    const pack = (part: readonly number[], isLow: boolean): number => {
      let shift = 0;
      for (const place of part) {
        const width = bitsFor(states[place]?.[classes[place] as number]?.length ?? 1);
        row[place] = { low: isLow, shift, width };
        shift += width;
      }
      return shift;
    };
    lows.push(pack(low, true));
    if (pack(high, false) > WIDEST) throw new Error('the space has too many regions to be explored');
    return row;
  });
  const layout: Layout = { quotient, states, fields, lows, roads: [] };
  return { ...layout, roads: nodes.map((node, from) => merged(node.arrows).map((same) => roadOf(layout, from, same))) };
}

/** Which state a place is in, in a situation of a node. */
export function stateAt(
  { quotient, states, fields }: Layout,
  node: number,
  high: number,
  low: number,
  place: number,
): number {
  const field = fields[node]?.[place] as Field;
  const digit = ((field.low ? low : high) >>> field.shift) & ((1 << field.width) - 1);
  return states[place]?.[quotient.nodes[node]?.classes[place] as number]?.[digit] as number;
}

/** The packed parts of a standing that is of the node's classes. */
export function pack(layout: Layout, node: number, standing: ArrayLike<number>): { high: number; low: number } {
  let high = 0;
  let low = 0;
  layout.fields[node]?.forEach((field, place) => {
    const digit = digitOf(layout, node, place, standing[place] as number) << field.shift;
    if (field.low) low |= digit;
    else high |= digit;
  });
  return { high, low };
}

/** Where a part is carried to. */
export function carried({ masks, lefts, rights, puts }: Carry, part: number): number {
  let to = puts;
  for (let group = 0; group < masks.length; group += 1) {
    to |= ((part & (masks[group] as number)) << (lefts[group] as number)) >>> (rights[group] as number);
  }
  return to;
}

export const digitOf = ({ quotient, states }: Layout, node: number, place: number, state: number): number =>
  (states[place]?.[quotient.nodes[node]?.classes[place] as number] ?? []).indexOf(state);

const bitsFor = (count: number): number => 32 - Math.clz32(count - 1);

/** The states of each class of each place that some arrow sets, or that it begins in. */
export function reachedStates({ places, nodes, initial }: Quotient): number[][][] {
  const reached = places.map((_, place) => new Set([initial[place] as number]));
  for (const { arrows } of nodes) {
    for (const { sets } of arrows) {
      sets.forEach((state, place) => {
        if (state >= 0) reached[place]?.add(state);
      });
    }
  }
  return places.map(({ classes }, place) =>
    classes.map((members) => members.filter((state) => reached[place]?.has(state))),
  );
}

/** The places of the low part, those first that few arrows set and whose states fill their bits, and all others. */
function parts(quotient: Quotient, states: Layout['states']): [number[], number[]] {
  const { places, nodes } = quotient;
  const size = (place: number, node: number): number =>
    states[place]?.[nodes[node]?.classes[place] as number]?.length ?? 1;
  const counts = places.map(() => 0);
  nodes.forEach(({ arrows }, from) => {
    for (const { sets, to } of arrows) {
      sets.forEach((state, place) => {
        if (state >= 0 && (size(place, from) > 1 || size(place, to) > 1)) counts[place] = (counts[place] as number) + 1;
      });
    }
  });
  const order = places.map((_, place) => place).sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b);
  const low: number[] = [];
  let bits = 0;
  for (const place of order) {
    const most = Math.max(...(states[place] ?? []).map(({ length }) => length));
    if (most < 2 || (most & (most - 1)) !== 0 || bits + bitsFor(most) > LOWEST) continue;
    low.push(place);
    bits += bitsFor(most);
  }
  return [low, order.filter((place) => !low.includes(place))];
}

/** Arrows that do the same are one, with all their letters. */
function merged(arrows: readonly Arrow[]): Arrow[][] {
  const same = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const key = `${arrow.to} ${arrow.sets.join()}`;
    const list = same.get(key);
    if (list) list.push(arrow);
    else same.set(key, [arrow]);
  }
  return [...same.values()];
}

function roadOf(layout: Layout, from: number, same: readonly Arrow[]): Road {
  const { to, sets } = same[0] as Arrow;
  const low = carryOf(layout, from, to, sets, true);
  const lows = Uint16Array.from({ length: 2 ** (layout.lows[from] as number) }, (_, part) => carried(low, part));
  const stays = layout.lows[from] === layout.lows[to] && lows.every((part, index) => part === index);
  return {
    to,
    letters: same.map(({ letter }) => letter),
    high: carryOf(layout, from, to, sets, false),
    lows: stays ? undefined : lows,
  };
}

function carryOf(layout: Layout, from: number, to: number, sets: Int8Array, low: boolean): Carry {
  const masks = new Map<number, number>();
  let puts = 0;
  sets.forEach((state, place) => {
    const before = layout.fields[from]?.[place] as Field;
    const after = layout.fields[to]?.[place] as Field;
    if (before.low !== low) return;
    if (state >= 0) puts |= digitOf(layout, to, place, state) << after.shift;
    else if (before.width > 0) {
      const by = after.shift - before.shift;
      masks.set(by, (masks.get(by) ?? 0) | (((1 << before.width) - 1) << before.shift));
    }
  });
  const groups = [...masks];
  return {
    masks: groups.map(([, mask]) => mask),
    lefts: groups.map(([by]) => Math.max(by, 0)),
    rights: groups.map(([by]) => Math.max(-by, 0)),
    puts,
  };
}
