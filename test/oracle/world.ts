import type { Code, OracleChange } from './types.ts';

/** An entity and its phases. A phase that is not in the map has no status. */
export interface Thing {
  entity: string;
  phases: Map<string, string>;
}

interface Timer {
  due: number;
  thing: object;
  phase: string;
  fire: () => void;
}

/** What the worlds of all oracles share: the clock with its timers, and the changes of the current step. */
export class OracleWorld {
  now = 0;
  changes: OracleChange[] = [];
  /** in the order in which they were started, which decides between timers that are due together */
  private timers: Timer[] = [];

  /** What happens by itself at the end of every step and of every timer. */
  settle(): void {}

  /** The end of a step. */
  endStep(): void {
    this.settle();
  }

  is(thing: Thing | null | undefined, phase: string, ...statuses: string[]): boolean {
    const status = thing?.phases.get(phase);
    return status !== undefined && statuses.includes(status);
  }

  /** Returns whether the status changes; leaving a status cancels its timer. */
  set(thing: Thing, phase: string, status: string, error?: Code): boolean {
    if (thing.phases.get(phase) === status) return false;
    thing.phases.set(phase, status);
    this.dropTimer(thing, phase);
    this.record(thing.entity, phase, status, error);
    return true;
  }

  record(entity: string, phase: string, status: string, error?: Code): void {
    this.changes.push({ entity, phase, status, ...(error === undefined ? {} : { error }) });
  }

  /** Clears its phases, without listing this as a change. */
  startAfresh(thing: Thing): void {
    thing.phases.clear();
    this.dropTimers(thing);
  }

  /** Sets the phase's timer, replacing the one that it had. */
  arm(thing: object, phase: string, due: number, fire: () => void): void {
    this.dropTimer(thing, phase);
    this.timers.push({ due, thing, phase, fire });
  }

  dropTimer(thing: object, phase: string): void {
    this.timers = this.timers.filter((timer) => timer.thing !== thing || timer.phase !== phase);
  }

  dropTimers(thing: object): void {
    this.timers = this.timers.filter((timer) => timer.thing !== thing);
  }

  wait(seconds: number): void {
    const end = this.now + seconds;
    while (this.fireFirst(end)) this.settle();
    this.now = end;
  }

  /** Returns whether a timer was due by then. */
  protected fireFirst(end: number): boolean {
    let first: Timer | null = null;
    for (const timer of this.timers) {
      if (timer.due <= end && (first === null || timer.due < first.due)) first = timer;
    }
    if (first === null) return false;
    const fired = first;
    this.timers = this.timers.filter((timer) => timer !== fired);
    this.now = fired.due;
    fired.fire();
    return true;
  }
}
