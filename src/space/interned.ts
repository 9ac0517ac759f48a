/** Things with a number each: those with equal keys have the same. */
export class Interned<Key, Thing> {
  readonly list: Thing[] = [];
  private readonly numbers = new Map<Key, number>();

  numberOf(key: Key, thing: Thing): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.list.length);
    return this.list.push(thing) - 1;
  }
}
