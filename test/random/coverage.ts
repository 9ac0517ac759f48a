import { judge } from '../../src/engine/judge.ts';
import type { World } from '../../src/engine/world.ts';
import {
  type Code,
  isPass,
  isRefusal,
  type Outcome,
  type Rule,
  type Step,
  type System,
} from '../../src/model/index.ts';
import type { Seen } from './compare.ts';
import { isEvent } from './steps.ts';

/** Which of a system's rules decided, which commands were accepted, and how each report ended. */
export class Coverage {
  steps = 0;
  private readonly system: System;
  private readonly seen = new Map<string, number>();

  constructor(system: System) {
    this.system = system;
  }

  /** Called before a step, since the step may change which rule decides. */
  before(world: World, step: Step): void {
    this.steps += 1;
    if (!isEvent(step)) return;
    const { rule } = judge(world, step);
    const rules: readonly Rule[] = this.system.entities[step.kind]?.rules[step.type] ?? [];
    if (rule) this.count(ruleName(step.kind, step.type, rules.indexOf(rule), rule));
  }

  after(step: Step, { outcome, code }: Seen): void {
    if (isEvent(step)) this.count(`${step.kind} ${step.type} ${outcome}`);
    if (code !== undefined) this.count(`code ${code}`);
  }

  times(name: string): number {
    return this.seen.get(name) ?? 0;
  }

  /** Rules that never decided, as `KIND COMMAND n: GATE → CODE`. */
  missingRules(): string[] {
    return this.rules().filter((name) => this.times(name) === 0);
  }

  rules(): string[] {
    return Object.values(this.system.entities).flatMap(({ kind, rules }) =>
      Object.entries(rules).flatMap(([command, list]) =>
        list.flatMap((rule, at) => (isRefusal(rule) || isPass(rule) ? ruleName(kind, command, at, rule) : [])),
      ),
    );
  }

  /** Events to which this never happened, as `KIND EVENT`. */
  missing(events: 'commands' | 'reports', outcome: Outcome): string[] {
    return Object.values(this.system.entities)
      .flatMap((lifecycle) => Object.keys(lifecycle[events]).map((event) => `${lifecycle.kind} ${event}`))
      .filter((event) => this.times(`${event} ${outcome}`) === 0);
  }

  /** Every code that was answered. */
  answered(code: Code): boolean {
    return this.times(`code ${code}`) > 0;
  }

  private count(name: string): void {
    this.seen.set(name, this.times(name) + 1);
  }
}

const ruleName = (kind: string, command: string, at: number, rule: Rule): string =>
  `${kind} ${command} ${at + 1}: ${rule.gate}${isRefusal(rule) ? ` → ${rule.code}` : ''}`;
