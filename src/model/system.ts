import type { Code, CodeRow, Mark, Marks } from './catalogue.ts';
import type { Params } from './event.ts';
import type { Lifecycle, Question } from './lifecycle.ts';
import type { Data, EntityView, WorldHands, WorldView } from './world.ts';

/** One vendor's product: its catalogue, its entities, and how a change in one reaches another. */
export interface System<
  Entities extends { readonly [kind: string]: Lifecycle } = { readonly [kind: string]: Lifecycle },
> {
  readonly name: string;
  readonly title: string;
  readonly marks: Marks;
  readonly codes: readonly CodeRow[];
  readonly entities: Entities;
  /** The code given for an event that the entity does not have. */
  readonly unknownEvent: Code;
  /** The source of that rule, if it differs from the mark of the code's row. */
  readonly unknownEventMark?: Mark;
  /** The usual opening: `given ready` expands to these lines. */
  readonly ready: readonly string[];
  readonly effects: { readonly [name: string]: Effect };
  /** Named delays in seconds from now. */
  readonly delays: { readonly [name: string]: (question: Question) => number };
  readonly links: readonly Link[];
  /** The initial data of an entity of each kind, besides its chart. */
  readonly data: { readonly [kind: string]: () => Data };
  /**
   * Called last, after a command has passed its gates: the code of an armed fault that strikes now. It is then used up.
   */
  readonly fault?: (world: WorldHands, self: EntityView, event: string, params: Params) => Code | undefined;
  /** The faults a scenario can arm, each with the line that arms it and the commands it strikes. */
  readonly faults?: readonly Fault[];
  /** The name of a code that is in no row of the catalogue. */
  readonly unlisted?: string;
  /** Called after every step and timer with the entities it touched: starts whatever starts by itself. */
  readonly settle?: (world: WorldHands, touched: EntityView) => void;
  /**
   * Extra lines for the search for scenarios to try. An entry of several lines is tried as a whole, for what takes many
   * repetitions.
   */
  readonly searchHints: readonly string[];
}

/** Changes what the system keeps besides the charts. May reach other entities. */
export type Effect = (world: WorldHands, self: EntityView, params: Params) => void;

/** How a change in one entity reaches others: its signals are sent to them. */
export interface Link {
  readonly from: string;
  readonly signals: readonly string[];
  readonly to: (world: WorldView, from: EntityView) => readonly EntityView[];
}

export interface Fault {
  readonly code: Code;
  readonly arm: string;
  /** The commands it strikes, as `KIND COMMAND`; default: every command of every entity. */
  readonly strikes?: readonly string[];
  readonly mark: Mark;
}
