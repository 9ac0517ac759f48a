import type { Entity } from '../engine/entity.ts';
import type { World } from '../engine/world.ts';

/** Pairs are bits in a square table, which doubles its side up to this many atoms. */
const LARGEST_SIDE = 1 << 14;

/**
 * The atoms that are true in a situation: the state of each region, data, facts, and the remaining time of running
 * delays. Atoms are numbered in the order in which they first appear.
 */
export class Novelty {
  private readonly blocks = new Map<string, number>();
  private readonly numbers = new Map<string, number>();
  private count = 0;
  private side = 512;
  private table = new Uint8Array((this.side * this.side) / 8);

  atoms(world: World): Set<number> {
    const atoms = new Set<number>();
    for (const entity of world.entities()) {
      let block = this.blockOf(entity);
      const { at, lifecycle, data, key } = entity;
      for (let region = 0; region < at.length; region += 1) {
        atoms.add(block + (at[region] as number));
        block += lifecycle.regions[region]?.states.length ?? 0;
      }
      for (const name of Object.keys(data)) atoms.add(this.numberOf(`${key} ${name}=${JSON.stringify(data[name])}`));
      const question = world.ask(entity, '', {});
      for (const name of lifecycle.asked) {
        atoms.add(this.numberOf(`${key} ${name} is ${String(lifecycle.source.facts[name]?.of(question))}`));
      }
    }
    for (const { due, event, entity } of world.clock.running())
      atoms.add(this.numberOf(`${entity.key} ${event} ${due - world.now}`));
    return atoms;
  }

  /**
   * Whether two of these atoms hold together for the first time. Only pairs with a new atom are checked, because older
   * pairs held together before.
   */
  isNew(atoms: ReadonlySet<number>, before: ReadonlySet<number>): boolean {
    while (this.count > this.side) this.grow();
    let fresh = false;
    for (const one of atoms) {
      if (before.has(one)) continue;
      for (const other of atoms) {
        const bit = one < other ? one * this.side + other : other * this.side + one;
        const mask = 1 << (bit & 7);
        const place = bit >>> 3;
        const byte = this.table[place] as number;
        if (byte & mask) continue;
        this.table[place] = byte | mask;
        fresh = true;
      }
    }
    return fresh;
  }

  private blockOf({ key, lifecycle }: Entity): number {
    const known = this.blocks.get(key);
    if (known !== undefined) return known;
    const block = this.count;
    this.blocks.set(key, block);
    this.count += lifecycle.regions.reduce((sum, { states }) => sum + states.length, 0);
    return block;
  }

  private numberOf(atom: string): number {
    const known = this.numbers.get(atom);
    if (known !== undefined) return known;
    const number = this.count;
    this.numbers.set(atom, number);
    this.count += 1;
    return number;
  }

  private grow(): void {
    const side = this.side * 2;
    if (side > LARGEST_SIDE) throw new Error(`more than ${LARGEST_SIDE} atoms: the search has to be bounded closer`);
    const table = new Uint8Array((side * side) / 8);
    const row = this.side / 8;
    for (let each = 0; each < this.side; each += 1) {
      table.set(this.table.subarray(each * row, (each + 1) * row), (each * side) / 8);
    }
    this.side = side;
    this.table = table;
  }
}
