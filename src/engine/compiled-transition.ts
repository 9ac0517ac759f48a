import type { Test } from '../condition/closure.ts';
import type { Code, Condition, Rule } from '../model/index.ts';

/** A transition, its condition still as data. */
export interface Guarded {
  /** The condition it stands under, as data. */
  readonly guard: Condition | undefined;
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

/** A transition ready to be taken. */
export interface CompiledTransition extends Guarded {
  readonly test: Test;
}

/** Who reacts to one event: for each region that listens, the transitions of each of its states. */
export interface Reactions {
  readonly regions: readonly { readonly index: number; readonly takes: readonly (readonly CompiledTransition[])[] }[];
  readonly whole: readonly CompiledTransition[];
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly test: Test;
}
