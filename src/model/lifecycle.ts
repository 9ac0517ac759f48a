import type { Code, Mark } from './catalogue.ts';
import type { Chart } from './chart.ts';
import type { Condition, Pattern, Value } from './condition.ts';
import type { EventSpec, Params } from './event.ts';
import type { EntityView, WorldView } from './world.ts';

/** A thing with a lifecycle, as data: what its events are, what they do, and why a command is refused. */
export interface Lifecycle {
  /** `job`, as it stands in a scenario. */
  readonly kind: string;
  readonly chart: Chart;
  /** phase → status → the vendor's code, null where the vendor has none. */
  readonly phases: { readonly [phase: string]: { readonly [status: string]: Code | null } };
  /** What a person or a UI asks for: accepted, or rejected with exactly one code. */
  readonly commands: { readonly [event: string]: EventSpec };
  /** What the world outside or the clock says happened: applied, or ignored where it does not fit. */
  readonly reports: { readonly [event: string]: EventSpec };
  /** Events that only the system's own effects tell, with the scenario lines that bring them about. */
  readonly internal?: { readonly [event: string]: { readonly says: string; readonly causedBy: readonly string[] } };
  /** For each command, in order: the first rule that holds is the answer. */
  readonly rules: { readonly [command: string]: readonly Rule[] };
  /** Named conditions over the chart's regions alone, for facts and links that ask how an entity stands. */
  readonly is: { readonly [name: string]: Condition };
  /** What lies outside the chart, by name. */
  readonly facts: { readonly [fact: string]: Fact };
  /** How the view tells what gates ask and it does not show under that name; of what stands nowhere, nothing. */
  readonly projections?: readonly Projection[];
  /** How a region's or a parameter's values read in a sentence, by name. */
  readonly words: Words;
  /** The only id that this kind has, where there is but one entity of it. */
  readonly singleton?: string;
  /** What belongs to its space of situations, where that is not the entity alone and all that can happen to it. */
  readonly space?: SpaceSpec;
}

/**
 * What gates ask of the regions in lower case, of facts that are not shown, and of what the plainest form of a command
 * names, put as a question to the view: the two hold together, for a command in its plainest form to an entity that
 * stands with what that form names.
 */
export interface Projection {
  readonly ask: Pattern;
  /** Over phases and the facts that are shown. */
  readonly as: Condition;
  /** The view only says that some pattern like this one holds: the code cannot be told from it. */
  readonly vague?: true;
}

/** What is explored together with an entity, and what is left out. */
export interface SpaceSpec {
  /** The entities that it stands with, one of each kind, and which of their commands and reports happen. */
  readonly with?: { readonly [kind: string]: readonly string[] };
  /** Regions that stay where they begin: an event that would move one of them does not happen. */
  readonly fixed?: readonly string[];
}

/**
 * One gate of a command, asked in order. Most refuse; some systems also have gates that end the asking with an
 * acceptance that carries nothing out, or that use something up on the way.
 */
export type Rule = Refusal | Pass | Deed;

export interface RuleBase {
  /** A name to point at: `L1`, `start 3`. */
  readonly gate: string;
  readonly when: Condition;
  readonly mark: Mark;
}

/** Holds: the command is rejected with the code. */
export interface Refusal extends RuleBase {
  readonly code: Code;
  /** What the rejection counts or uses up. */
  readonly effect?: string;
}

/** Holds: the command is accepted, nothing is carried out, and no fault strikes. */
export interface Pass extends RuleBase {
  readonly accepts: true;
}

/** Holds: the effect takes place, whatever the gates behind it say. */
export interface Deed extends RuleBase {
  readonly effect: string;
}

export const isRefusal = (rule: Rule): rule is Refusal => 'code' in rule;
export const isPass = (rule: Rule): rule is Pass => 'accepts' in rule;

/** A condition outside the chart, computed from the world and, where `usesParams` is said, from the event's parameters. */
export interface Fact {
  readonly values: readonly Value[];
  /** What an entity alone in the world takes it to be. */
  readonly usual: Value;
  /** Depends on the parameters of the command: not a part of the view. */
  readonly usesParams?: true;
  /** Depends on the parameters alone: it can be asked with no world around. */
  readonly paramsOnly?: true;
  /**
   * A part of the entity's view (default: where it does not depend on parameters). `beside`: not among the view's facts
   * but beside them, as the status of what the entity depends on.
   */
  readonly shown?: boolean | 'beside';
  readonly of: (question: Question) => Value;
  /** Scenario lines that can change it, for whoever looks for a scenario in which it is another. */
  readonly changedBy?: readonly string[];
  /** How each value reads in a sentence. */
  readonly says: { readonly [value: string]: string };
}

/** What a fact or an effect is asked about. */
export interface Question {
  readonly world: WorldView;
  readonly self: EntityView;
  /** The command or report that is asked about; empty where none is. */
  readonly event: string;
  readonly params: Params;
}

export type Words = { readonly [name: string]: string | { readonly [value: string]: string } };
