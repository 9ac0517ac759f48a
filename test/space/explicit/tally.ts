import { isPhase, statusOf } from '../../../src/model/index.ts';
import { rowLength, type Strips } from './bit-rows.ts';
import { bitsIn, type Sweep } from './bitset-search.ts';
import { digitIn, type Field, LOWEST, statesOf } from './layout.ts';

/** The number of situations by kind, phase and status; `null` for a phase that has not run. */
export type Tally = { readonly [kind: string]: { readonly [phase: string]: { readonly [status: string]: number } } };

/** What is counted once all situations are known. */
export interface Counted {
  readonly situations: number;
  readonly statuses: Tally;
  /** Situations without a way out. */
  readonly deadEnds: number;
  /** The nodes that have situations. */
  readonly nodes: ReadonlySet<number>;
}

/**
 * Counts visited situations, strip by strip: all situations of a strip share the high part; each value of a digit in
 * the low part is a mask.
 */
export function count({ strips, seen }: Sweep): Counted {
  const { layout, count: strips_, nodes, highs, rows } = strips;
  const { places } = layout.quotient;
  const counts = places.map(({ states }) => new Float64Array(states.length));
  const lowCounts = layout.quotient.nodes.map(() => new Float64Array(2 ** LOWEST));
  const found = new Set<number>();
  let situations = 0;
  let deadEnds = 0;
  for (let strip = 0; strip < strips_; strip += 1) {
    const node = nodes[strip] as number;
    const lows = lowCounts[node] as Float64Array;
    const row = rows[strip] as number;
    const length = rowLength(layout.lows[node] as number);
    let total = 0;
    for (let word = 0; word < length; word += 1) {
      const bits = seen[row + word] as number;
      total += bitsIn(bits);
      for (let left = bits; left !== 0; left &= left - 1) {
        const low = (word << 5) | (31 - Math.clz32(left & -left));
        lows[low] = (lows[low] as number) + 1;
      }
    }
    if (total === 0) continue;
    found.add(node);
    situations += total;
    if (layout.quotient.nodes[node]?.arrows.length === 0) deadEnds += total;
    const fields = layout.fields[node] as readonly Field[];
    for (let place = 0; place < fields.length; place += 1) {
      const field = fields[place] as Field;
      if (field.low && field.width > 0) continue;
      const state = statesOf(layout, node, place)[digitIn(field, highs[strip] as number)] as number;
      const row = counts[place] as Float64Array;
      row[state] = (row[state] as number) + total;
    }
  }
  for (const node of found) {
    const lows = lowCounts[node] as Float64Array;
    layout.fields[node]?.forEach((field, place) => {
      if (!field.low || field.width === 0) return;
      const row = counts[place] as Float64Array;
      lows.forEach((number, part) => {
        if (number === 0) return;
        const state = statesOf(layout, node, place)[digitIn(field, part)] as number;
        row[state] = (row[state] as number) + number;
      });
    });
  }
  return { situations, deadEnds, nodes: found, statuses: byStatus(strips, counts) };
}

function byStatus({ layout }: Strips, counts: readonly Float64Array[]): Tally {
  const tally: { [kind: string]: { [phase: string]: { [status: string]: number } } } = {};
  layout.quotient.places.forEach(({ kind, name, states }, place) => {
    if (!isPhase(name)) return;
    const phases = tally[kind] ?? {};
    tally[kind] = phases;
    phases[name] = Object.fromEntries(
      states.map((state, index) => [statusOf(state) ?? 'null', counts[place]?.[index] ?? 0]),
    );
  });
  return tally;
}
