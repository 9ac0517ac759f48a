import type { StepResult } from '../model/index.ts';

/** An event as it is sent. Without a name it is a change of a status. */
export interface LoggedEvent {
  readonly id: number;
  readonly event?: 'reset';
  readonly data: string;
}

/** So many events are kept for those who come back. */
export const KEPT_EVENTS = 10_000;

/** The events of a world, for its listeners. Ids go on counting when the world begins anew. */
export class EventLog {
  private kept: LoggedEvent[] = [];
  private last = 0;
  private waiting: (() => void)[] = [];
  private over = false;

  /** The id of the last event. */
  get lastId(): number {
    return this.last;
  }

  /** Nothing comes any more. */
  get ended(): boolean {
    return this.over;
  }

  /** Notes each status that a step changed. */
  add({ step, at, changes }: StepResult): void {
    for (const change of changes) this.push({ data: JSON.stringify({ step, at, ...change }) });
  }

  /** Notes that the world began anew: what a listener knows of it is old. */
  reset(): void {
    this.push({ event: 'reset', data: '{}' });
  }

  /** The events after an id. Where some of them are not kept any more, a reset comes first, as the listener has a gap. */
  after(id: number): readonly LoggedEvent[] {
    const { kept, last } = this;
    const first = last - Math.min(kept.length, KEPT_EVENTS);
    const isKnown = id >= first && id <= last;
    const events = kept.slice(kept.length - (last - (isKnown ? id : first)));
    return isKnown ? events : [{ id: first, event: 'reset', data: '{}' }, ...events];
  }

  /** Is resolved with the next event, or with the end. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      if (this.over) resolve();
      else this.waiting.push(resolve);
    });
  }

  /** Lets all listeners go. */
  end(): void {
    this.over = true;
    this.wake();
  }

  private push(event: Omit<LoggedEvent, 'id'>): void {
    this.last += 1;
    this.kept.push({ id: this.last, ...event });
    // Now and then, since cutting off at each event would copy all of them each time.
    if (this.kept.length >= 2 * KEPT_EVENTS) this.kept = this.kept.slice(-KEPT_EVENTS);
    this.wake();
  }

  private wake(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }
}
