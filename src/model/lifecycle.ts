import type { Code, Mark } from './catalogue.ts';
import type { Chart } from './chart.ts';
import type { Condition, Pattern, Value } from './condition.ts';
import type { EventSpec, Params } from './event.ts';
import type { EntityView, WorldView } from './world.ts';

/** The lifecycle of one kind of entity, as data: its events, what they do, and why a command is refused. */
export interface Lifecycle {
  /** The kind's name in scenarios: `job`. */
  readonly kind: string;
  readonly chart: Chart;
  /** phase → status → the vendor's code, or null if the vendor has none. */
  readonly phases: { readonly [phase: string]: { readonly [status: string]: Code | null } };
  /** What a person or a UI requests: accepted, or rejected with exactly one code. */
  readonly commands: { readonly [event: string]: EventSpec };
  /** What the outside world or the clock says happened: applied, or ignored if it does not fit. */
  readonly reports: { readonly [event: string]: EventSpec };
  /** Events that only the system's effects send, with the scenario lines that lead to them. */
  readonly internal?: { readonly [event: string]: InternalEvent };
  /** The rules of each command, in order: the first that holds decides. */
  readonly rules: { readonly [command: string]: readonly Rule[] };
  /** Named conditions over the chart's regions alone, for facts and links that ask about an entity's state. */
  readonly is: { readonly [name: string]: Condition };
  /** Everything a condition can ask that is outside the chart, by name. */
  readonly facts: { readonly [fact: string]: Fact };
  /** How to answer from a view what gates ask but the view does not show. What is listed nowhere cannot be answered. */
  readonly projections?: readonly Projection[];
  /**
   * What no view shows, over phases and shown facts, though nothing in the chart rules it out. Facts of the world outside
   * are taken to have any value at any time; a check of views leaves the situations out in which one of these holds.
   */
  readonly unreachable?: readonly Condition[];
  /** How the values of a region or parameter read in a sentence, by name. */
  readonly words: Words;
  /** The id of the only entity of this kind, if there can be only one. */
  readonly singleton?: string;
  /** What is explored, if that is not the entity alone with all its events. */
  readonly space?: SpaceSpec;
}

/** An event that only effects and `settle` send. */
export interface InternalEvent {
  readonly says: string;
  /** Scenario lines that lead to it. */
  readonly causedBy: readonly string[];
  /**
   * The one effect that sends it, if the effect decides by regions alone. A space then runs this effect; any other
   * internal event may happen there whenever the chart listens.
   */
  readonly sentBy?: string;
}

/**
 * Restates what gates ask of lower-case regions, hidden facts and the defaults of a command's plain form as a
 * condition over the view. The two are equivalent for a command in its plain form, sent to an entity that is
 * connected to the entities that this form names.
 */
export interface Projection {
  readonly ask: Pattern;
  /** Over phases and shown facts. */
  readonly as: Condition;
  /** The view shows only that some pattern like this holds, so it cannot tell the code. */
  readonly vague?: true;
}

/** What is explored along with an entity, and what is left out. */
export interface SpaceSpec {
  /** The other entities, one of each kind, with the commands and reports that they take. */
  readonly with?: { readonly [kind: string]: readonly string[] };
  /** Regions that keep their initial state: an event that would move one of them is excluded. */
  readonly fixed?: readonly string[];
}

/**
 * One gate of a command. Gates are asked in order. Most refuse; some systems also have gates that accept the command
 * without carrying it out, or that have an effect and let the next gate decide.
 */
export type Rule = Refusal | Pass | Deed;

export interface RuleBase {
  /** The gate's name: `L1`, `start 3`. */
  readonly gate: string;
  readonly when: Condition;
  readonly mark: Mark;
}

/** If it holds, the command is rejected with the code. */
export interface Refusal extends RuleBase {
  readonly code: Code;
  /** An effect of the rejection, such as a counter or a one-time challenge that is used up. */
  readonly effect?: string;
}

/** If it holds, the command is accepted, nothing is carried out, and no fault strikes. */
export interface Pass extends RuleBase {
  readonly accepts: true;
}

/** If it holds, the effect takes place, whatever the later gates say. The asking goes on. */
export interface Deed extends RuleBase {
  readonly effect: string;
}

export const isRefusal = (rule: Rule): rule is Refusal => 'code' in rule;
export const isPass = (rule: Rule): rule is Pass => 'accepts' in rule;

/** A value outside the chart, computed from the world and, with `usesParams`, from the event's parameters. */
export interface Fact {
  readonly values: readonly Value[];
  /** Its value for an entity that is alone in the world. */
  readonly usual: Value;
  /** Depends on the command's parameters, so it is not part of the view. */
  readonly usesParams?: true;
  /** Depends on the parameters alone, so it can be computed without a world. */
  readonly paramsOnly?: true;
  /**
   * Whether the entity's view shows it (default: unless it depends on parameters). `beside`: shown at the top level of
   * the view and not under `facts`, like the status of something the entity depends on.
   */
  readonly shown?: boolean | 'beside';
  readonly of: (question: Question) => Value;
  /** Scenario lines that can change it: a search for a scenario tries these. */
  readonly changedBy?: readonly string[];
  /** How each value reads in a sentence. */
  readonly says: { readonly [value: string]: string };
}

/** What a fact or an effect is given. */
export interface Question {
  readonly world: WorldView;
  readonly self: EntityView;
  /** The command or report; empty if there is none. */
  readonly event: string;
  readonly params: Params;
}

export type Words = { readonly [name: string]: string | { readonly [value: string]: string } };
