import { and, not, or, stateIn } from 'xstate';
import { formulaOf } from '../condition/formula.ts';
import { asText, truthOf } from '../condition/truth.ts';
import { fold, type NameTest } from '../condition/walk.ts';
import {
  type Condition,
  isPass,
  isRefusal,
  type Lifecycle,
  type Params,
  type Rule,
  stateOf,
  type Value,
} from '../model/index.ts';
import { knownOf } from './known.ts';

/** The facts that a machine on its own assumes; the event `facts` changes them. */
export interface LifecycleContext {
  readonly facts: { readonly [fact: string]: Value };
}

/** A guard of XState's, whatever its machine: their types differ from machine to machine. */
// biome-ignore lint/suspicious/noExplicitAny: XState's guards are contravariant in their machine, so no common type exists.
type AnyGuard = any;

interface GuardArguments {
  readonly context: LifecycleContext;
  readonly event: { readonly type: string } & Params;
}

/** The named guards of one machine. Conditions over regions use `stateIn`; facts and parameters are looked up. */
export class Guards {
  readonly named: Record<string, AnyGuard> = {};
  private readonly lifecycle: Lifecycle;

  constructor(lifecycle: Lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** The guard of an answer that changes no phase: the command is accepted, whether or not anything is carried out. */
  answered(command: string): { guard: { type: string; params: unknown } } {
    const rules = this.lifecycle.rules[command] ?? [];
    if (!rules.some(isPass)) return { guard: { type: this.accepted(command), params: { command } } };
    const name = `${command} is answered`;
    this.named[name] ??= this.undecided(rules);
    return { guard: { type: name, params: { command } } };
  }

  /** The guard of a transition: the command must be accepted, and the transition's own condition must hold. */
  of(command: string | undefined, condition: Condition | undefined): { guard?: { type: string; params: unknown } } {
    if (command === undefined && condition === undefined) return {};
    const parts = [...(command === undefined ? [] : [this.accepted(command)])];
    if (condition !== undefined) parts.push(this.holds(condition));
    const [first = ''] = parts;
    if (parts.length === 1) return { guard: { type: first, params: condition ?? { command } } };
    const both = parts.join(' and ');
    this.named[both] ??= and(parts as never);
    return { guard: { type: both, params: condition } };
  }

  /** A command is carried out if none of its rules decides. */
  private accepted(command: string): string {
    const name = `${command} is accepted`;
    const rules = (this.lifecycle.rules[command] ?? []).filter((rule) => isRefusal(rule) || isPass(rule));
    this.named[name] ??= not(or(rules.map(({ when }) => this.make(when)) as never) as never);
    return name;
  }

  /** Not refused: a refusal counts only if no pass before it holds. */
  private undecided(rules: readonly Rule[]): AnyGuard {
    const [first, ...rest] = rules;
    if (!first) return and([]);
    if (isRefusal(first)) return and([not(this.make(first.when)), this.undecided(rest)]);
    return isPass(first) ? or([this.make(first.when), this.undecided(rest)]) : this.undecided(rest);
  }

  private holds(condition: Condition): string {
    const name = formulaOf(condition);
    this.named[name] ??= this.make(condition);
    return name;
  }

  private make(condition: Condition): AnyGuard {
    return fold<AnyGuard>(condition, {
      name: (test) => (test.negated ? not(this.nameIs(test)) : this.nameIs(test)),
      all: (parts) => and(parts as never),
      any: (parts) => or(parts as never),
      none: (parts) => not(or(parts as never) as never),
    });
  }

  private nameIs({ name, values }: NameTest): AnyGuard {
    if (Object.hasOwn(this.lifecycle.chart.states, name)) {
      return or(values.map((value) => stateIn({ [name]: stateOf(asText(value)) })) as never);
    }
    const condition = { [name]: values };
    return ({ context, event }: GuardArguments) =>
      truthOf(condition, knownOf(this.lifecycle, {}, context.facts, event)) === true;
  }
}
