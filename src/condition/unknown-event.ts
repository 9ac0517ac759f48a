import type { Lifecycle, Mark, System } from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { brief } from './sentence.ts';
import { articled } from './why-ignored.ts';

/** What is said about an event that an entity does not have, besides its code. */
export interface UnknownEvent {
  readonly reason: string;
  readonly mark?: Mark;
  /** If an event has a similar name: `did you mean scan.start?` */
  readonly hint?: string;
}

export function unknownEvent(system: System, lifecycle: Lifecycle, event: string): UnknownEvent {
  const near = nearest(event, [...Object.keys(lifecycle.commands), ...Object.keys(lifecycle.reports)]);
  const mark = system.unknownEventMark ?? system.codes.find(({ code }) => code === system.unknownEvent)?.mark;
  return {
    reason: `no event of ${articled(lifecycle.kind)} is called ${brief(event)}`,
    ...(mark === undefined ? {} : { mark }),
    ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
  };
}
