import { isPhase, type System, stateOf, statusOf, type Value, type View } from '../model/index.ts';
import { findStrips, rowLength, type Strips } from '../space/bit-rows.ts';
import { bitsIn, Sweep } from '../space/bitset-search.ts';
import { type Layout, stateAt } from '../space/layout.ts';
import { type Read, type Space, spaceOf } from '../space/space.ts';
import type { Facts } from './implied.ts';
import { Model } from './model.ts';

/** StripSituations of one spot: these strips, and of each the low parts whose bits are set in the row (none: all). */
export interface SituationPart {
  readonly node: number;
  /** What the model says is the same all over it. */
  readonly spot: number;
  readonly strips: Int32Array;
  readonly row: Uint32Array | undefined;
  /** How many situations. */
  count: number;
  /** The part taken apart by places, once for all who ask. */
  split: Map<number, ReadonlyMap<Value, SituationPart>> | undefined;
}

/** One situation. */
export interface PackedSituation {
  readonly node: number;
  readonly spot: number;
  readonly high: number;
  readonly low: number;
}

/** Parts with fewer strips are taken apart anew each time. */
const LARGE = 64;

const cache = new WeakMap<System, Map<string, StripSituations>>();

/** The situations of an entity, visited once for each system and kind. */
export function situationsOf(
  system: System,
  kind: string,
  read: Read,
  progress?: (says: string) => void,
): StripSituations {
  const kinds = cache.get(system) ?? new Map<string, StripSituations>();
  cache.set(system, kinds);
  const found = kinds.get(kind) ?? new StripSituations(system, kind, read, progress);
  kinds.set(kind, found);
  return found;
}

/** Every situation of an entity that can be reached, and what a UI sees in each. */
export class StripSituations {
  readonly space: Space;
  readonly layout: Layout;
  readonly model: Model;
  /** All of them, node by node. */
  readonly parts: readonly SituationPart[];
  readonly count: number;
  /** The phases of the view, and the place of each. */
  readonly phases: ReadonlyMap<string, number>;
  private readonly strips: Strips;
  private readonly seen: Uint32Array;
  private readonly key: string;

  constructor(system: System, kind: string, read: Read, progress: (says: string) => void = () => {}) {
    progress(`compiling the situations of ${kind}`);
    this.space = spaceOf(system, kind, read);
    this.layout = this.space.layout;
    this.strips = findStrips(this.layout);
    const sweep = new Sweep(this.strips);
    while (!sweep.over) {
      sweep.step();
      progress(`visiting situations: ${sweep.situations} so far`);
    }
    this.seen = sweep.seen;
    this.model = new Model(system, kind, this.layout.quotient);
    this.key = `${kind}:${system.entities[kind]?.singleton ?? '1'}`;
    this.phases = new Map(
      this.layout.quotient.places.flatMap(({ member, name }, place) =>
        member === 0 && isPhase(name) ? [[name, place] as const] : [],
      ),
    );
    this.parts = this.toldApart(this.byNode());
    this.count = this.parts.reduce((sum, { count }) => sum + count, 0);
  }

  /** The situations of a part, by the state of one place. */
  split(part: SituationPart, place: number): ReadonlyMap<Value, SituationPart> {
    const known = part.split?.get(place);
    if (known) return known;
    const found = this.taken(part, place);
    if (part.strips.length >= LARGE) {
      part.split ??= new Map();
      part.split.set(place, found);
    }
    return found;
  }

  /** Lets go of how parts were taken apart. */
  forget(): void {
    for (const part of this.parts) part.split = undefined;
  }

  /** One of the situations of a part: the first, or the last. */
  one({ node, spot, strips, row }: SituationPart, last = false): PackedSituation {
    const strip = strips[last ? strips.length - 1 : 0] as number;
    const from = this.strips.rows[strip] as number;
    const words = rowLength(this.layout.lows[node] as number);
    for (let each = 0; each < words; each += 1) {
      const word = last ? words - 1 - each : each;
      const bits = (this.seen[from + word] as number) & (row ? (row[word] as number) : -1);
      if (bits === 0) continue;
      const bit = last ? 31 - Math.clz32(bits) : 31 - Math.clz32(bits & -bits);
      return { node, spot, high: this.strips.highs[strip] as number, low: (word << 5) | bit };
    }
    throw new Error('a part without situations');
  }

  /** A part that has one situation only, of one of its strips. */
  single(part: SituationPart, at: number): SituationPart {
    const strips = part.strips.slice(at, at + 1);
    const { low } = this.one({ ...part, strips });
    const row = new Uint32Array(rowLength(this.layout.lows[part.node] as number));
    row[low >>> 5] = 1 << (low & 31);
    return { node: part.node, spot: part.spot, strips, row, count: 1, split: undefined };
  }

  /** In which state each place is in the first situation of a part. */
  standingOf(part: SituationPart): number[] {
    const { node, high, low } = this.one(part);
    return this.layout.quotient.places.map((_, place) => stateAt(this.layout, node, high, low, place));
  }

  /** What a UI sees in a situation, with some facts otherwise. */
  viewOf({ node, spot, high, low }: PackedSituation, facts: Facts): View {
    const { layout } = this;
    const { places } = layout.quotient;
    const phases: Record<string, string | null> = {};
    for (const [name, place] of this.phases) {
      phases[name] = statusOf(places[place]?.states[stateAt(layout, node, high, low, place)] as string);
    }
    const values: Record<string, Value> = {};
    const beside: Record<string, Value> = {};
    for (const [name, usual] of this.model.factsOf(spot)) {
      const value = facts.has(name) ? (facts.get(name) as Value) : usual;
      if (this.model.besides.has(name)) beside[name] = value;
      else values[name] = value;
    }
    return { entity: this.key, phases, ...beside, facts: values };
  }

  private byNode(): SituationPart[] {
    const { count, nodes } = this.strips;
    const lists: number[][] = this.layout.quotient.nodes.map(() => []);
    for (let strip = 0; strip < count; strip += 1) lists[nodes[strip] as number]?.push(strip);
    return lists.flatMap((list, node) => {
      const part = this.partOf({ node, spot: this.model.spotOf(node), row: undefined }, Int32Array.from(list));
      return part.count > 0 ? [part] : [];
    });
  }

  private partOf({ node, spot, row }: Pick<SituationPart, 'node' | 'spot' | 'row'>, strips: Int32Array): SituationPart {
    const words = rowLength(this.layout.lows[node] as number);
    let count = 0;
    let kept = 0;
    for (const strip of strips) {
      const from = this.strips.rows[strip] as number;
      let inStrip = 0;
      for (let word = 0; word < words; word += 1) {
        inStrip += bitsIn((this.seen[from + word] as number) & (row ? (row[word] as number) : -1));
      }
      if (inStrip === 0) continue;
      strips[kept] = strip;
      kept += 1;
      count += inStrip;
    }
    return { node, spot, strips: kept < strips.length ? strips.slice(0, kept) : strips, row, count, split: undefined };
  }

  private taken(part: SituationPart, place: number): Map<Value, SituationPart> {
    const { node, spot, strips, row } = part;
    const { low, shift, width } = (this.layout.fields[node] as (typeof this.layout.fields)[number])[place] as {
      low: boolean;
      shift: number;
      width: number;
    };
    const states = this.layout.states[place]?.[this.layout.quotient.nodes[node]?.classes[place] as number] ?? [];
    const statuses = states.map((state) => statusOf(this.layout.quotient.places[place]?.states[state] as string));
    if (width === 0) return new Map([[statuses[0] as Value, part]]);
    const mask = (1 << width) - 1;
    const found = new Map<Value, SituationPart>();
    const add = (digit: number, some: Int32Array, of: Uint32Array | undefined): void => {
      const one = this.partOf({ node, spot, row: of }, some);
      if (one.count > 0) found.set(statuses[digit] as Value, one);
    };
    if (low) {
      const words = rowLength(this.layout.lows[node] as number);
      for (let digit = 0; digit < states.length; digit += 1) {
        const narrower = new Uint32Array(words);
        for (let bit = 0; bit < 2 ** (this.layout.lows[node] as number); bit += 1) {
          if (((bit >>> shift) & mask) !== digit || (row && !(((row[bit >>> 5] as number) >>> (bit & 31)) & 1)))
            continue;
          narrower[bit >>> 5] = (narrower[bit >>> 5] as number) | (1 << (bit & 31));
        }
        add(digit, strips.slice(), narrower);
      }
      return found;
    }
    const sizes = new Int32Array(mask + 1);
    for (const strip of strips) {
      const digit = ((this.strips.highs[strip] as number) >>> shift) & mask;
      sizes[digit] = (sizes[digit] as number) + 1;
    }
    const lists = states.map((_, digit) => new Int32Array(sizes[digit] as number));
    sizes.fill(0);
    for (const strip of strips) {
      const digit = ((this.strips.highs[strip] as number) >>> shift) & mask;
      (lists[digit] as Int32Array)[sizes[digit] as number] = strip;
      sizes[digit] = (sizes[digit] as number) + 1;
    }
    lists.forEach((list, digit) => {
      if (list.length > 0) add(digit, list, row);
    });
    return found;
  }

  /**
   * The facts of a spot are asked in one of its situations: where they read a region that differs within it, it is taken
   * apart, until none does.
   */
  private toldApart(parts: readonly SituationPart[]): readonly SituationPart[] {
    for (const { spot } of parts) this.model.factsOf(spot);
    const { places } = this.layout.quotient;
    const apart = places.flatMap(({ kind, name }, place) => (this.model.read.has(`${kind} ${name}`) ? [place] : []));
    const finer = parts.flatMap((part) => {
      const place = apart.find((each) => {
        const { classes } = this.layout.quotient.nodes[part.node] as { classes: Uint8Array };
        const several = (this.layout.states[each]?.[classes[each] as number]?.length ?? 1) > 1;
        return several && !this.model.stands(part.spot, each);
      });
      if (place === undefined) return [part];
      return [...this.split(part, place)].map(([value, some]) => {
        const state = places[place]?.states.indexOf(stateOf(value as string | null)) as number;
        return { ...some, spot: this.model.spotOf(part.node, part.spot, place, state), split: undefined };
      });
    });
    return finer.length === parts.length ? parts : this.toldApart(finer);
  }
}
