/** A running delay: it fires at `due`. Of several due at the same time, the one started first fires first. */
export interface Timer<Owner = unknown> {
  readonly due: number;
  readonly order: number;
  readonly entity: Owner;
  /** The event sent to the entity. */
  readonly event: string;
  /** Its place in the clock's heap; undefined once it has fired or was cancelled. */
  place: number | undefined;
}

/** Virtual time: the seconds since the scenario began, and the running delays. Nothing ever waits on a real clock. */
export class Clock<Owner> {
  now = 0;
  private order = 0;
  private readonly heap: Timer<Owner>[] = [];

  arm(entity: Owner, event: string, seconds: number): Timer<Owner> {
    const place = this.heap.length;
    const timer: Timer<Owner> = { due: this.now + seconds, order: this.order++, entity, event, place };
    this.heap.push(timer);
    this.rise(place);
    return timer;
  }

  /** Cancels a timer. */
  drop(timer: Timer<Owner>): void {
    const { place } = timer;
    if (place === undefined) return;
    timer.place = undefined;
    const last = this.heap.pop() as Timer<Owner>;
    if (last === timer) return;
    this.put(last, place);
    this.rise(place);
    this.sink(place);
  }

  /** Takes the next timer due by then, and advances the clock to it. */
  next(until: number): Timer<Owner> | undefined {
    const [first] = this.heap;
    if (!first || first.due > until) return undefined;
    this.drop(first);
    this.now = first.due;
    return first;
  }

  /** The running timers, earliest first. */
  running(): Timer<Owner>[] {
    return this.heap.toSorted(compare);
  }

  /** Swaps the timer at the place with those above it that are due later. */
  private rise(place: number): void {
    const parent = (place - 1) >> 1;
    if (this.swapped(parent, place)) this.rise(parent);
  }

  /** Swaps it with those below it that are due earlier. */
  private sink(place: number): void {
    const left = 2 * place + 1;
    const right = left + 1;
    const child = this.isBefore(right, left) ? right : left;
    if (this.swapped(place, child)) this.sink(child);
  }

  /** Swaps two timers if the lower one is due before the upper one. */
  private swapped(upper: number, lower: number): boolean {
    if (!this.isBefore(lower, upper)) return false;
    const kept = this.heap[upper] as Timer<Owner>;
    this.put(this.heap[lower] as Timer<Owner>, upper);
    this.put(kept, lower);
    return true;
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    return a !== undefined && b !== undefined && compare(a, b) < 0;
  }

  private put(timer: Timer<Owner>, place: number): void {
    this.heap[place] = timer;
    timer.place = place;
  }
}

const compare = (a: Timer, b: Timer): number => a.due - b.due || a.order - b.order;
