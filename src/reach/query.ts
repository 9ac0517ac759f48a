import { compileCondition } from '../condition/closure.ts';
import { type Known, simplify } from '../condition/truth.ts';
import type { CompiledRule } from '../engine/compiled-transition.ts';
import type { Entity } from '../engine/entity.ts';
import { decidingRule } from '../engine/judge.ts';
import { knownInPlainForm, specOf } from '../engine/sample-lines.ts';
import type { World } from '../engine/world.ts';
import {
  type Code,
  type Condition,
  isPass,
  type Lifecycle,
  type Params,
  type Rule,
  type System,
  statusOf,
  type Value,
} from '../model/index.ts';
import { Interned } from '../space/interned.ts';
import type { Read } from '../space/lines.ts';
import { EMPTY } from './diagram/nodes.ts';
import { type Reachable, seeded } from './reachability.ts';
import { type Asking, masksIn } from './real-world.ts';
import type { DiagramLevel } from './recorded-world.ts';
import { Relation } from './relation.ts';
import type { Route } from './rings.ts';
import { Routes } from './routes.ts';

/** What is known of a situation: values of phases, other regions and facts. A list means one of its values. */
export type PartialView = { readonly [name: string]: Value | readonly Value[] };

/** One way in which a command is answered. */
export interface ReachedAnswer {
  readonly command: string;
  /** The rule that decides; undefined if none does, so that the command is accepted. */
  readonly rule: Rule | undefined;
  readonly accepted: boolean;
  readonly code: Code | undefined;
  /** The condition of its rule, simplified by what is known of the situations; true if it always holds or there is no rule. */
  readonly when: Condition | boolean;
  /** The situations in which it is the answer. */
  readonly situations: Situations;
}

/** The queries over one reachable set. */
export class Query {
  readonly reachable: Reachable;
  readonly system: System;
  readonly lifecycle: Lifecycle;
  /** Every situation. */
  readonly all: Situations;
  readonly routes: Routes;
  readonly commandNames: readonly string[];
  readonly read: Read;
  /** Whether a gate of a command in its plain form holds, by `numberOfGate`. */
  readonly gates: Relation<boolean>;
  private readonly answers: Relation<number>;
  private readonly conditions: Relation<boolean>;
  private readonly asked = new Interned<string, Condition>();

  constructor(reachable: Reachable, system: System, kind: string, read: Read) {
    const lifecycle = system.entities[kind] as Lifecycle;
    this.reachable = reachable;
    this.system = system;
    this.lifecycle = lifecycle;
    this.read = read;
    this.commandNames = Object.keys(lifecycle.commands);
    this.routes = new Routes(reachable, system, read);
    this.all = new Situations(this, reachable.set);
    this.answers = this.relation(2, (number, entity, world) => {
      const command = this.commandNames[number] as string;
      return this.numberOf(command, decidingRule(entity, command, world.ask(entity, command, this.plain(command))));
    });
    this.conditions = this.relation(3, (number, entity, world) =>
      compileCondition(this.asked.list[number], entity.lifecycle.source)(entity, world.ask(entity, '', {})),
    );
    this.gates = this.relation(5, (number, entity, world) => {
      const command = this.commandNames[number % this.commandNames.length] as string;
      const gate = entity.lifecycle.rules.get(command)?.[Math.floor(number / this.commandNames.length)];
      return (gate as CompiledRule).test(entity, world.ask(entity, command, this.plain(command)));
    });
  }

  /** Answers of the engine about the entity, by the number of a question; learned on demand. */
  relation<Result>(seed: number, answer: (question: number, entity: Entity, world: World) => Result): Relation<Result> {
    const { diagrams, world } = this.reachable;
    const { closed } = world;
    const run = (question: number, standing: Uint8Array) =>
      world.heard(standing, () => answer(question, closed.members[0] as Entity, closed.world));
    return new Relation(diagrams, run, seeded(seed));
  }

  /** The index of a rule among those of its command; -1 if none decides. */
  numberOf(command: string, rule: Rule | undefined): number {
    return rule ? (this.lifecycle.rules[command] ?? []).indexOf(rule) : -1;
  }

  /** The number of a gate in `gates`, by its index among the rules of its command. */
  numberOfGate(command: string, index: number): number {
    return index * this.commandNames.length + this.commandNames.indexOf(command);
  }

  /** The entity of a real world, and its situation: see `masksIn`. */
  entityIn(world: World): Entity {
    return world.peek(this.lifecycle.kind, this.lifecycle.singleton ?? '1');
  }

  masksIn(world: World, asked?: Asking): Int32Array {
    return masksIn(this.reachable.world, world, this.entityIn(world), asked);
  }

  private plain(command: string): Params {
    return specOf(this.lifecycle, command).plain ?? {};
  }

  /** The situations consistent with what is known. Throws if the entity has no such name. */
  known(view: PartialView): Situations {
    return this.all.where(view);
  }

  /** The situations of a set in the diagrams of this query. */
  within(set: number): Situations {
    return new Situations(this, set);
  }

  /** @internal */
  holding(set: number, condition: Condition): number {
    const number = this.asked.numberOf(JSON.stringify(condition), condition);
    return this.conditions.split(number, set).get(true) ?? EMPTY;
  }

  /** @internal In the order of the gates; accepted comes last. */
  answersIn(set: number, command: string): ReachedAnswer[] {
    const number = this.commandNames.indexOf(command);
    if (number < 0) throw new Error(`${this.lifecycle.kind} has no command ${command}`);
    const parts = [...this.answers.split(number, set)];
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

  /** The values that names can have in a set, if the command has its default parameters. */
  private knownIn(set: number, command: string): Known {
    const { lifecycle } = this;
    const here = new Situations(this, set);
    const statuses: Known = (name) => (Object.hasOwn(lifecycle.chart.states, name) ? here.statuses(name) : undefined);
    return knownInPlainForm(lifecycle, command, statuses);
  }
}

/** A set of reached situations, held as a decision diagram. */
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

  /** Whether the entity of a real world is in one of them. */
  has(world: World, asked?: Asking): boolean {
    return this.query.reachable.diagrams.meets(this.set, this.query.masksIn(world, asked));
  }

  /** The situations in which the condition holds. */
  where(condition: Condition): Situations {
    return new Situations(this.query, this.query.holding(this.set, condition));
  }

  /** The answers to a command with its default parameters, each with the situations in which it is given. */
  answers(command: string): ReachedAnswer[] {
    return this.query.answersIn(this.set, command);
  }

  allAnswers(): ReachedAnswer[] {
    return this.query.commandNames.flatMap((command) => this.answers(command));
  }

  /** The shortest route to one of them, from the beginning or from another set of situations. */
  nearest(from?: Situations): Route | undefined {
    const { reachable, system, read, routes } = this.query;
    return (from ? new Routes(reachable, system, read, from.set) : routes).to(this.set);
  }

  /**
   * A partition by the answers to all commands, given by what tells them apart: the rules, or only their codes. A test
   * tool that visits one situation of each part sees every answer.
   */
  *byAnswers<Key>(keyOf: (rule: Rule | undefined) => Key, from = 0): Generator<readonly [readonly Key[], Situations]> {
    const { query } = this;
    const command = query.commandNames[from];
    if (command === undefined) {
      yield [[], this];
      return;
    }
    const parts = new Map<Key, number>();
    for (const { rule, situations } of this.answers(command)) {
      const key = keyOf(rule);
      parts.set(key, query.reachable.diagrams.union(parts.get(key) ?? EMPTY, situations.set));
    }
    for (const [key, part] of parts) {
      for (const [rest, here] of query.within(part).byAnswers(keyOf, from + 1)) yield [[key, ...rest], here];
    }
  }

  /** The states of a region that occur in these situations; null for a phase that has not run. */
  statuses(region: string): (string | null)[] {
    const { reachable, lifecycle } = this.query;
    const { world, diagrams } = reachable;
    const level = world.levelOf(lifecycle.kind, region);
    const { states } = world.levels[level] as DiagramLevel;
    return diagrams.statesAt(this.set, level).map((state) => statusOf(states[state] as string));
  }
}
