import type fc from 'fast-check';
import type { Code, Step, System } from '../../src/model/index.ts';
import type { Oracle } from './oracle.ts';
import type { Named } from './scenario.ts';

/** A system, its oracle, and how the two are compared. */
export interface Suite {
  readonly system: System;
  readonly oracle: () => Oracle;
  /** The steps of `given ready`, written a second time. */
  readonly ready: readonly string[];
  /** The name of a code, if scenarios use it. */
  readonly named?: Named;
  readonly walks: readonly Walks[];
  /** Scenarios that a random walk hardly ever takes, keyed by what they show. */
  readonly corners?: { readonly [what: string]: string };
  readonly covered: Covered;
}

/** Random scenarios of one kind. */
export interface Walks {
  /** What they are about: `on blind walks`. */
  readonly name: string;
  readonly steps: fc.Arbitrary<readonly Step[]>;
  readonly runs: number;
  /** Continues with the next seed until every rule has decided once, at most this many times. */
  readonly batches?: number;
}

/** What scenarios, corner cases and walks together must cover. */
export interface Covered {
  readonly steps: number;
  /** Gates that need not decide for every command they belong to. Their codes are in `codes`. */
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
