import { compileCondition } from '../condition/closure.ts';
import { type Known, simplify } from '../condition/truth.ts';
import { decidingRule } from '../engine/judge.ts';
import { specOf } from '../engine/sample-lines.ts';
import {
  type Code,
  type Condition,
  isPass,
  type Lifecycle,
  type Question,
  type Rule,
  type System,
  type Value,
} from '../model/index.ts';
import type { Read } from '../space/space.ts';
import { EMPTY } from './diagram/diagrams.ts';
import type { Reachable } from './reachability.ts';
import { seeded } from './reachability.ts';
import { Relation } from './relation.ts';
import { type Route, Routes } from './routes.ts';

/** What is known of a situation: phases, facts and other regions by name. A list means one of its values. */
export type PartialView = { readonly [name: string]: Value | readonly Value[] };

/** One way in which a command is answered. */
export interface ReachedAnswer {
  readonly command: string;
  /** Undefined if no gate refuses or ends the asking. */
  readonly rule: Rule | undefined;
  readonly accepted: boolean;
  readonly code: Code | undefined;
  /** The condition of its gate, simplified by what is known of the situations; true if it always holds, and at the end. */
  readonly when: Condition | boolean;
  /** The situations in which it is the answer. */
  readonly situations: Situations;
}

/** Questions to one reachable set. */
export class Query {
  readonly reachable: Reachable;
  readonly system: System;
  readonly lifecycle: Lifecycle;
  /** Every situation. */
  readonly all: Situations;
  readonly routes: Routes;
  private readonly answers: Relation<number>;
  private readonly conditions: Relation<boolean>;
  private readonly asked: Condition[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly commands: readonly string[];
  readonly read: Read;

  constructor(reachable: Reachable, system: System, kind: string, read: Read) {
    const { diagrams, world } = reachable;
    const member = world.closed.members[0];
    if (!member) throw new Error(`${system.name} has no entities of the kind ${kind}`);
    this.reachable = reachable;
    this.system = system;
    this.lifecycle = system.entities[kind] as Lifecycle;
    this.read = read;
    this.commands = Object.keys(this.lifecycle.commands);
    this.routes = new Routes(reachable, system, read);
    this.all = new Situations(this, reachable.set);
    this.answers = new Relation(
      diagrams,
      (command, standing) => {
        const name = this.commands[command] as string;
        const { plain = {} } = specOf(this.lifecycle, name);
        return world.heard(standing, () => {
          const rule = decidingRule(member, name, world.closed.world.ask(member, name, plain));
          return rule ? (this.lifecycle.rules[name] ?? []).indexOf(rule) : -1;
        });
      },
      seeded(2),
    );
    this.conditions = new Relation(
      diagrams,
      (number, standing) =>
        world.heard(standing, () => {
          const test = compileCondition(this.asked[number], member.lifecycle.source);
          return test(member, world.closed.world.ask(member, '', {}));
        }),
      seeded(3),
    );
  }

  /** The situations that agree with what is known. Throws if the entity has no such name. */
  known(view: PartialView): Situations {
    return this.all.where(view);
  }

  /** The situations of a set in the diagrams of this query. */
  within(set: number): Situations {
    return new Situations(this, set);
  }

  /** @internal */
  holding(set: number, condition: Condition): number {
    const key = JSON.stringify(condition);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.asked.push(condition) - 1;
      this.numbers.set(key, number);
    }
    return this.conditions.split(number, set, (holds) => holds).get(true) ?? EMPTY;
  }

  /** @internal In the order of the gates; accepted comes last. */
  answersIn(set: number, command: string): ReachedAnswer[] {
    const number = this.commands.indexOf(command);
    if (number < 0) throw new Error(`${this.lifecycle.kind} has no command ${command}`);
    const parts = [...this.answers.split(number, set, (rule) => rule)];
    const known = this.knownIn(set, command);
    const place = (index: number): number => (index < 0 ? Number.POSITIVE_INFINITY : index);
    return parts
      .sort(([one], [other]) => place(one) - place(other))
      .map(([index, part]) => {
        const rule = this.lifecycle.rules[command]?.[index];
        const code = rule && 'code' in rule ? rule.code : undefined;
        return {
          command,
          rule,
          accepted: rule === undefined || isPass(rule),
          code,
          when: rule === undefined || simplify(rule.when, known),
          situations: new Situations(this, part),
        };
      });
  }

  /** What is known of names in the situations of a set, if a command is asked in its plainest form. */
  private knownIn(set: number, command: string): Known {
    const { lifecycle } = this;
    const { plain = {} } = specOf(lifecycle, command);
    const here = new Situations(this, set);
    return (name) => {
      if (name.startsWith('$')) return [plain[name.slice(1)] ?? null];
      if (Object.hasOwn(lifecycle.chart.states, name)) return here.statuses(name);
      const fact = lifecycle.facts[name];
      // Depends on the parameters alone: no world is needed.
      if (fact?.paramsOnly) return [fact.of({ event: command, params: plain } as Question)];
      return undefined;
    };
  }

  /** @internal */
  routesFrom(set: number): Routes {
    return new Routes(this.reachable, this.system, this.read, set);
  }

  get commandNames(): readonly string[] {
    return this.commands;
  }
}

/** Some of the reached situations, as a set: none is listed one by one. */
export class Situations {
  readonly query: Query;
  readonly set: number;

  constructor(query: Query, set: number) {
    this.query = query;
    this.set = set;
  }

  get any(): boolean {
    return this.set !== EMPTY;
  }

  get count(): bigint {
    return this.query.reachable.diagrams.count(this.set);
  }

  /** Those in which the condition holds. */
  where(condition: Condition): Situations {
    return new Situations(this.query, this.query.holding(this.set, condition));
  }

  /** How a command in its plainest form is answered in them: each answer with its situations. */
  answers(command: string): ReachedAnswer[] {
    return this.query.answersIn(this.set, command);
  }

  /** How every command is answered. */
  allAnswers(): ReachedAnswer[] {
    return this.query.commandNames.flatMap((command) => this.answers(command));
  }

  /** The shortest route to one of them, from the beginning or from another set of situations. */
  nearest(from?: Situations): Route | undefined {
    return (from ? this.query.routesFrom(from.set) : this.query.routes).to(this.set);
  }

  /** One set for each different row of answers to all commands: what a test tool has to visit. */
  *representatives(): Generator<Situations> {
    const { query } = this;
    let parts = [this.set];
    for (const command of query.commandNames) {
      parts = parts.flatMap((part) => query.answersIn(part, command).map(({ situations }) => situations.set));
    }
    for (const part of parts) yield new Situations(query, part);
  }

  /** The values that a phase or another region of the entity has in them. */
  statuses(region: string): (string | null)[] {
    const { world, diagrams } = this.query.reachable;
    const level = world.levels.findIndex(({ member, name }) => member === 0 && name === region);
    if (level < 0) throw new Error(`${this.query.lifecycle.kind} has no region ${region}`);
    const occurring = diagrams.occurring(this.set, level);
    return (world.levels[level]?.states ?? []).flatMap((state, index) =>
      (occurring >>> index) & 1 ? [state === 'null' ? null : state] : [],
    );
  }
}
