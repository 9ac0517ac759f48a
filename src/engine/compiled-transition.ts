import type { Test } from '../condition/closure.ts';
import type { Code, Condition, Rule } from '../model/index.ts';

/** A transition ready to be taken. */
export interface CompiledTransition {
  /** Its condition as data, and made ready to be asked. */
  readonly guard: Condition | undefined;
  readonly test: Test;
  /** Index of the target state; -1 where only the actions are wanted. */
  readonly target: number;
  /** Whether the state is left and entered anew where it is the target itself. */
  readonly anew: boolean;
  readonly silent: boolean;
  readonly actions: readonly string[];
  readonly error: Code | undefined;
  /** Of a transition of the whole entity: the index of the region whose change is shown; -1 where there is none. */
  readonly region: number;
}

/** Who reacts to one event: regions, or where none does the entity as a whole. */
export interface Reactions {
  readonly regions: readonly RegionReactions[];
  readonly whole: readonly CompiledTransition[];
}

/** The transitions of each state of a region. States with the same transitions have the same list. */
export interface RegionReactions {
  readonly index: number;
  readonly transitions: readonly (readonly CompiledTransition[])[];
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly test: Test;
}
