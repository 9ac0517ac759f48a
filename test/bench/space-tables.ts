import { writeFileSync } from 'node:fs';
import { type Layout, pack } from '../space/explicit/layout.ts';

/** The largest number of bit groups of an arrow, as in c/breadth_first.c. */
const GROUPS = 4;
const NONE = 0xffffffff;

/** Writes the tables of a space as c/breadth_first.c reads them: the very ones that the explicit search uses. */
export function writeTables(layout: Layout, path: string): void {
  const { quotient, fields, lows, roads } = layout;
  const nodes: number[] = [];
  const flat: number[] = [];
  const tables: Uint16Array[] = [];
  let [count, entries] = [0, 0];
  roads.forEach((list, node) => {
    const high = fields[node]?.reduce((sum, { low, width }) => sum + (low ? 0 : width), 0) ?? 0;
    const idle = quotient.nodes[node]?.idle.length ?? 0;
    const load = list.reduce((sum, { letters }) => sum + letters.length, idle);
    nodes.push(lows[node] as number, high, count, count + list.length, load);
    count += list.length;
    for (const { to, letters, high: carry, lows: table } of list) {
      const groups = carry.masks.length;
      if (groups > GROUPS)
        throw new Error(`an arrow moves ${groups} groups of bits, and the C program knows ${GROUPS}`);
      const padded = (numbers: readonly number[]): number[] => [...numbers, ...new Array(GROUPS - groups).fill(0)];
      flat.push(to, letters.length, groups, carry.puts, table ? entries : NONE);
      flat.push(...padded(carry.masks), ...padded(carry.lefts), ...padded(carry.rights));
      if (!table) continue;
      tables.push(table);
      entries += table.length;
    }
  });
  const { high, low } = pack(layout, 0, quotient.initial);
  const head = [roads.length, count, entries, 0, ((high << (lows[0] as number)) | low) >>> 0];
  const words = Uint32Array.from([...head, ...nodes, ...flat]);
  writeFileSync(path, Buffer.concat([Buffer.from(words.buffer), ...tables.map((table) => Buffer.from(table.buffer))]));
}
