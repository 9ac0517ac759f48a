const SMALLEST = 1 << 12;
const LARGEST = 1 << 21;

/**
 * Results of operations, by two operands and the number of the operation. Lossy: a new result overwrites an older one in
 * the same row, which is then computed again.
 */
export class Cache {
  private rows = new Int32Array(SMALLEST * 4).fill(-1);
  private mask = SMALLEST - 1;

  /** -1 if the result is unknown; only for operations without negative results. */
  get(one: number, other: number, operation: number): number {
    const row = this.rowOf(one, other, operation);
    const { rows } = this;
    return rows[row] === one && rows[row + 1] === other && rows[row + 2] === operation ? (rows[row + 3] as number) : -1;
  }

  find(one: number, other: number, operation: number): number | undefined {
    const row = this.rowOf(one, other, operation);
    const { rows } = this;
    return rows[row] === one && rows[row + 1] === other && rows[row + 2] === operation ? rows[row + 3] : undefined;
  }

  put(one: number, other: number, operation: number, result: number): number {
    const row = this.rowOf(one, other, operation);
    const { rows } = this;
    rows[row] = one;
    rows[row + 1] = other;
    rows[row + 2] = operation;
    rows[row + 3] = result;
    return result;
  }

  /** Grows with the number of nodes, up to 32 MiB. */
  grow(nodes: number): void {
    if (nodes <= this.mask || this.mask + 1 >= LARGEST) return;
    const old = this.rows;
    this.mask = Math.min(LARGEST, (this.mask + 1) * 4) - 1;
    this.rows = new Int32Array((this.mask + 1) * 4).fill(-1);
    for (let row = 0; row < old.length; row += 4) {
      if ((old[row] as number) < 0) continue;
      this.put(old[row] as number, old[row + 1] as number, old[row + 2] as number, old[row + 3] as number);
    }
  }

  private rowOf(one: number, other: number, operation: number): number {
    let hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b) ^ Math.imul(operation, 0xc2b2ae35);
    hash ^= hash >>> 15;
    return (hash & this.mask) << 2;
  }
}
