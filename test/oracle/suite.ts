import type fc from 'fast-check';
import type { Code, Step, System } from '../../src/model/index.ts';
import type { Oracle } from './oracle.ts';
import type { Named } from './scenario.ts';

/** A system, its oracle, and how the two are compared. */
export interface Suite {
  readonly system: System;
  readonly oracle: () => Oracle;
  /** What `given ready` stands for, written a second time. */
  readonly ready: readonly string[];
  /** What a code is called, where scenarios use its name. */
  readonly named?: Named;
  readonly walks: readonly Walks[];
  /** Scenarios, by what they show, that a walk hardly ever takes. */
  readonly corners?: { readonly [what: string]: string };
  readonly covered: Covered;
}

/** Random scenarios of one sort. */
export interface Walks {
  /** What they are about: `on blind walks`. */
  readonly name: string;
  readonly steps: fc.Arbitrary<readonly Step[]>;
  readonly runs: number;
  /** Go on from the next seed until every rule has decided once, at most so many times. */
  readonly batches?: number;
}

/** What scenarios, corners and walks together have to meet. */
export interface Covered {
  readonly steps: number;
  /** Gates that need not hold for every command that they stand before. Their codes stand in `codes`. */
  readonly rareGates?: readonly string[];
  /** Codes that must occur, in addition to those of the rules. */
  readonly codes?: readonly Code[];
  /** Commands, as `KIND COMMAND`, that no situation accepts. */
  readonly neverAccepted?: readonly string[];
  /** Reports, as `KIND REPORT`, that no situation applies. */
  readonly neverApplied?: readonly string[];
  /** Reports that no situation ignores. */
  readonly neverIgnored?: readonly string[];
}
