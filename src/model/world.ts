import type { Code } from './catalogue.ts';
import type { Params } from './event.ts';

/** An entity as facts, effects and links see it. */
export interface EntityView {
  readonly kind: string;
  readonly id: string;
  /** The state of a region by name; the word `null` for a phase that has not run. */
  state(region: string): string;
  /** Whether one of the lifecycle's named conditions (`is`) holds. */
  is(name: string): boolean;
  /** What the system keeps of the entity besides its statuses. */
  readonly data: Data;
}

/** Plain data: it is copied with the world and is part of what distinguishes two situations. */
export type Data = { [key: string]: unknown };

/** The world, as facts and links see it. */
export interface WorldView {
  /** Virtual time in seconds since the scenario began. */
  readonly now: number;
  /** The entity with that kind and id, if the world has it. */
  find(kind: string, id: string): EntityView | undefined;
  /** All entities of that kind, in the order in which they were first touched. */
  all(kind: string): readonly EntityView[];
}

/** What an effect can do besides changing the data of its own entity. */
export interface WorldHands extends WorldView {
  /** The entity with that kind and id; created if the world does not have it. */
  touch(kind: string, id: string): EntityView;
  /** A number that grows with each call, to keep an order. */
  order(): number;
  /** Gives an entity a command, which passes through gates and faults. */
  command(entity: EntityView, event: string, params: Params): { readonly code: Code } | undefined;
  /** Sends an entity an event; it is applied if it fits. */
  tell(entity: EntityView, event: string, params: Params): void;
}
