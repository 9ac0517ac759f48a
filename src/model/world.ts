import type { Code } from './catalogue.ts';
import type { Params } from './event.ts';

/** An entity, as facts, effects and links see it. */
export interface EntityView {
  readonly kind: string;
  readonly id: string;
  /** The state of a region, by name: `null` (the word) for a phase that has not run. */
  state(region: string): string;
  /** Whether one of the lifecycle's named conditions holds. */
  is(name: string): boolean;
  /** What the system keeps of the entity besides its statuses: plain data that can be copied and compared. */
  readonly data: Data;
}

/** Plain data: it is copied with the world and is part of what tells two situations apart. */
export type Data = { [key: string]: unknown };

/** The world, as facts and links see it. */
export interface WorldView {
  /** Virtual time in seconds since the scenario began. */
  readonly now: number;
  /** The entity of that kind and id, if it was ever touched. */
  find(kind: string, id: string): EntityView | undefined;
  /** All that were ever touched, in the order in which they were. */
  all(kind: string): readonly EntityView[];
}

/** What an effect may do besides changing the data of the entity at hand. */
export interface WorldHands extends WorldView {
  /** The entity of that kind and id, made where it was never touched. */
  touch(kind: string, id: string): EntityView;
  /** A number that is higher at each call: who came first. */
  order(): number;
  /** Gives an entity a command, gates, faults and all. */
  command(entity: EntityView, event: string, params: Params): { readonly code: Code } | undefined;
  /** Tells an entity something; it is applied where it fits. */
  tell(entity: EntityView, event: string, params: Params): void;
}
