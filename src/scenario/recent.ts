/**
 * A cache with two generations: when the younger is full, the older is dropped. It keeps what is used repeatedly,
 * however many other words pass through.
 */
export class Recent<T extends object> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  get(word: string): T | undefined {
    const known = this.young.get(word);
    if (known !== undefined) return known;
    const aged = this.old.get(word);
    if (aged !== undefined) this.set(word, aged);
    return aged;
  }

  set(word: string, value: T): void {
    if (word.length > LONGEST) return;
    if (this.young.size >= MOST) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(word, value);
  }
}

const MOST = 2000;

/** Longer words are not cached: a few thousand of ten megabytes each would fill the memory. */
const LONGEST = 200;
