import type { Test } from '../condition/closure.ts';
import type { Code, Condition, Rule } from '../model/index.ts';

/** A compiled transition. */
export interface CompiledTransition {
  /** The guard: as data, and compiled. */
  readonly guard: Condition | undefined;
  readonly test: Test;
  /** The index of the target state; -1 if there are only actions. */
  readonly target: number;
  /** Whether a self-transition exits and re-enters the state. */
  readonly anew: boolean;
  readonly silent: boolean;
  readonly actions: readonly string[];
  readonly error: Code | undefined;
  /** For a transition of the whole entity with a target: the index of the region whose change is shown. */
  readonly region: number | undefined;
}

/** What reacts to an event: regions or, if none of them does, the entity as a whole. */
export interface Reactions {
  readonly regions: readonly RegionReactions[];
  readonly whole: readonly CompiledTransition[];
}

/** The transitions of each state of a region. States with equal transitions share one list. */
export interface RegionReactions {
  readonly index: number;
  readonly transitions: readonly (readonly CompiledTransition[])[];
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly test: Test;
}
