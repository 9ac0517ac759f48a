import type { Code, CodeRow, Mark, Marks } from './catalogue.ts';
import type { Params } from './event.ts';
import type { Lifecycle, Question } from './lifecycle.ts';
import type { Data, EntityView, WorldHands, WorldView } from './world.ts';

/** One vendor's product: its catalogue, its entities, and how a change in one reaches another. */
export interface System {
  readonly name: string;
  readonly title: string;
  readonly marks: Marks;
  readonly codes: readonly CodeRow[];
  readonly entities: { readonly [kind: string]: Lifecycle };
  /** The code for an event that an entity does not know. */
  readonly unknownEvent: Code;
  /** Where that rule comes from, where that is not the mark of the code's row. */
  readonly unknownEventMark?: Mark;
  /** The usual opening: what `given ready` stands for, in scenario text. */
  readonly ready: readonly string[];
  readonly effects: { readonly [name: string]: Effect };
  /** Named delays in seconds from now. */
  readonly delays: { readonly [name: string]: (question: Question) => number };
  readonly links: readonly Link[];
  /** What an entity of the kind keeps from the start, besides its chart. */
  readonly data: { readonly [kind: string]: () => Data };
  /** Asked last of all, when a command has passed its gates: the code of a fault that strikes now, used up. */
  readonly fault?: (world: WorldHands, self: EntityView, event: string, params: Params) => Code | undefined;
  /** The faults that a scenario can arm, each with the line that does it and the commands that it strikes. */
  readonly faults?: readonly Fault[];
  /** What a code that stands in no row of the catalogue is called. */
  readonly unlisted?: string;
  /** At the end of every step and timer, for each entity that the step touched: what starts by itself. */
  readonly settle?: (world: WorldHands, touched: EntityView) => void;
  /**
   * Lines that a search for a scenario may try besides what it works out itself; several lines in one entry are tried
   * together, where something has to be done over and over.
   */
  readonly searchHints: readonly string[];
}

/** Changes what the system keeps besides the charts, and may reach other entities. */
export type Effect = (world: WorldHands, self: EntityView, params: Params) => void;

/** How a change in one entity reaches others: its signal is told to them. */
export interface Link {
  readonly from: string;
  readonly signals: readonly string[];
  readonly to: (world: WorldView, from: EntityView) => readonly EntityView[];
}

export interface Fault {
  readonly code: Code;
  readonly arm: string;
  /** Commands that it strikes, as `KIND COMMAND`; none named: any command of any entity. */
  readonly strikes?: readonly string[];
  readonly mark: Mark;
}
