/** A running delay: it fires at `due`. Of several due at the same time, the one started first fires first. */
export interface Timer<Owner = unknown> {
  readonly due: number;
  readonly order: number;
  readonly entity: Owner;
  /** The event sent to the entity. */
  readonly event: string;
  /** Fired or cancelled. */
  over: boolean;
}

/** Virtual time: the seconds since the scenario began, and the running delays. Nothing ever waits on a real clock. */
export class Clock<Owner> {
  now = 0;
  private order = 0;
  private heap: Timer<Owner>[] = [];
  private dropped = 0;

  arm(entity: Owner, event: string, seconds: number): Timer<Owner> {
    const timer: Timer<Owner> = { due: this.now + seconds, order: this.order++, entity, event, over: false };
    this.heap.push(timer);
    this.rise(this.heap.length - 1);
    return timer;
  }

  /** Cancels a timer. Cancelled timers are removed once they outnumber the others, so that a long run does not grow. */
  drop(timer: Timer<Owner>): void {
    if (timer.over) return;
    timer.over = true;
    this.dropped += 1;
    if (this.dropped < 64 || this.dropped * 2 < this.heap.length) return;
    const kept = this.heap.filter((each) => !each.over);
    this.heap = [];
    this.dropped = 0;
    for (const each of kept) {
      this.heap.push(each);
      this.rise(this.heap.length - 1);
    }
  }

  /** Takes the next timer due by then, and advances the clock to it. */
  next(until: number): Timer<Owner> | undefined {
    for (;;) {
      const first = this.heap[0];
      if (!first || first.due > until) return undefined;
      this.take();
      if (first.over) {
        this.dropped -= 1;
        continue;
      }
      first.over = true;
      this.now = first.due;
      return first;
    }
  }

  /** The running timers, earliest first. */
  running(): Timer<Owner>[] {
    return this.heap.filter((timer) => !timer.over).sort((a, b) => (before(a, b) ? -1 : 1));
  }

  private take(): void {
    const last = this.heap.pop();
    if (!last || this.heap.length === 0) return;
    this.heap[0] = last;
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        const candidate = this.heap[child];
        if (candidate && before(candidate, this.heap[least] as Timer<Owner>)) least = child;
      }
      if (least === index) return;
      this.swap(index, least);
      index = least;
    }
  }

  private rise(from: number): void {
    let index = from;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(this.heap[index] as Timer, this.heap[parent] as Timer<Owner>)) return;
      this.swap(index, parent);
      index = parent;
    }
  }

  private swap(a: number, b: number): void {
    const kept = this.heap[a] as Timer<Owner>;
    this.heap[a] = this.heap[b] as Timer<Owner>;
    this.heap[b] = kept;
  }
}

const before = (a: Timer, b: Timer): boolean => a.due < b.due || (a.due === b.due && a.order < b.order);
