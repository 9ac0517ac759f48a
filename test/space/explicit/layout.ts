import { type Arrow, type Quotient, reachedStates } from '../../../src/space/quotient.ts';

/** The position of a place's digit in the low or the high part of a packed situation. */
export interface Field {
  readonly low: boolean;
  readonly shift: number;
  /** Bits; 0 if only one state is possible. */
  readonly width: number;
}

/**
 * How an arrow changes one packed part: bits that shift by the same distance move together, then the new digits are
 * inserted.
 */
export interface Carry {
  readonly masks: readonly number[];
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
  readonly puts: number;
}

/** Arrows of a node with the same effect, whatever their letter. */
export interface Road {
  readonly to: number;
  readonly letters: readonly number[];
  readonly high: Carry;
  /** The new value of each low part; undefined if the low part stays as it is. */
  readonly lows: Uint16Array | undefined;
}

/**
 * How situations are packed: a situation is its node in the quotient plus, in bits, the state of each place within its
 * class. The places that few arrows set are in the low part, so that most arrows keep it.
 */
export interface Layout {
  readonly quotient: Quotient;
  /** The reachable states of each class of each place. */
  readonly states: readonly (readonly (readonly number[])[])[];
  readonly fields: readonly (readonly Field[])[];
  /** The bits of each node's low part. */
  readonly lows: readonly number[];
  readonly roads: readonly (readonly Road[])[];
}

/** The most bits of a low part: a row of eight words is read and written in one go. */
export const LOWEST = 8;
/** The most bits of a part: it must fit into a signed 32-bit integer. */
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

/** The state of a place in a situation of a node. */
export function stateAt(layout: Layout, node: number, high: number, low: number, place: number): number {
  const field = layout.fields[node]?.[place] as Field;
  return statesOf(layout, node, place)[digitIn(field, field.low ? low : high)] as number;
}

/** The digit of a field in its packed part. */
export const digitIn = ({ shift, width }: Field, part: number): number => (part >>> shift) & ((1 << width) - 1);

/** The reachable states of a place in a node, by digit. */
export const statesOf = ({ quotient, states }: Layout, node: number, place: number): readonly number[] =>
  states[place]?.[quotient.nodes[node]?.classes[place] as number] ?? [];

/** Packs the states of a situation that belongs to the node. */
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

/** The part that an arrow leads to. */
export function carried({ masks, lefts, rights, puts }: Carry, part: number): number {
  let to = puts;
  for (let group = 0; group < masks.length; group += 1) {
    to |= ((part & (masks[group] as number)) << (lefts[group] as number)) >>> (rights[group] as number);
  }
  return to;
}

export const digitOf = (layout: Layout, node: number, place: number, state: number): number =>
  statesOf(layout, node, place).indexOf(state);

const bitsFor = (count: number): number => 32 - Math.clz32(count - 1);

/**
 * Splits the places: first those of the low part, which few arrows set and whose states fill their bits; then all
 * others.
 */
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

/** Merges arrows with the same effect, keeping all their letters. */
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
