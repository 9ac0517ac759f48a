import type { StepResult } from '../model/index.ts';

/** An event as it is sent. One without a name is a status change. */
interface LoggedEvent {
  readonly id: number;
  readonly event?: 'reset';
  readonly data: string;
}

/** How many events are kept for listeners that reconnect. */
const KEPT_EVENTS = 10_000;

/** The events of a world, for its listeners. Ids keep counting after a reset. */
export class EventLog {
  private kept: LoggedEvent[] = [];
  private last = 0;
  private waiting: (() => void)[] = [];
  private over = false;

  /** The id of the last event. */
  get lastId(): number {
    return this.last;
  }

  /** Whether the log is closed. */
  get ended(): boolean {
    return this.over;
  }

  /** Logs each status change of a step. */
  add({ step, at, changes }: StepResult): void {
    for (const change of changes) this.push({ data: JSON.stringify({ step, at, ...change }) });
  }

  /** Logs a reset of the world: what listeners know of it is out of date. */
  reset(): void {
    this.push({ event: 'reset', data: '{}' });
  }

  /** The events after an id. If some are no longer kept, a reset comes first, since the listener has missed them. */
  after(id: number): readonly LoggedEvent[] {
    const { kept, last } = this;
    const first = last - Math.min(kept.length, KEPT_EVENTS);
    const isKnown = id >= first && id <= last;
    const events = kept.slice(kept.length - (last - (isKnown ? id : first)));
    return isKnown ? events : [{ id: first, event: 'reset', data: '{}' }, ...events];
  }

  /** Resolves with the next event, or when the log is closed. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      if (this.over) resolve();
      else this.waiting.push(resolve);
    });
  }

  /** Closes the log and releases all listeners. */
  end(): void {
    this.over = true;
    this.wake();
  }

  private push(event: Omit<LoggedEvent, 'id'>): void {
    this.last += 1;
    this.kept.push({ id: this.last, ...event });
    // Trimming at each event would copy the list each time.
    if (this.kept.length >= 2 * KEPT_EVENTS) this.kept = this.kept.slice(-KEPT_EVENTS);
    this.wake();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
