import { mayDecide } from '../condition/deciding.ts';
import { sentenceOf, valuesOf } from '../condition/sentence.ts';
import { fold, type NameTest } from '../condition/walk.ts';
import { nameOf } from '../engine/compile-system.ts';
import {
  ALL,
  ANY,
  type Condition,
  type GateAnswer,
  type GateTable,
  type GateTest,
  IS,
  isPass,
  isPhase,
  isRefusal,
  type Lifecycle,
  NONE,
  placeInView,
  type System,
  statusOf,
  type Value,
} from '../model/index.ts';
import { Interned } from '../space/interned.ts';
import { derivedFact } from './derived-facts.ts';
import { type SeenRule, ViewReader } from './project-to-view.ts';

/** The gates of an entity as a table over its view, and the names that no view shows, held at their usual value. */
export interface GateTableMade {
  readonly table: GateTable;
  readonly held: readonly string[];
}

/** Makes the table of an entity's gates from its rules. */
export function gateTable(system: System, kind: string): GateTableMade {
  const lifecycle = Object.hasOwn(system.entities, kind) ? system.entities[kind] : undefined;
  if (!lifecycle) throw new Error(`${system.name} has no entities of the kind ${kind}`);
  const maker = new TableMaker(system, lifecycle);
  return { table: maker.make(), held: [...maker.reader.held].sort() };
}

class TableMaker {
  readonly reader: ViewReader;
  private readonly system: System;
  private readonly lifecycle: Lifecycle;
  private readonly names: string[] = [];
  private readonly tests = new Listed<GateTest>();
  private readonly answers = new Listed<GateAnswer>();
  private readonly codes: Record<string, string> = {};

  constructor(system: System, lifecycle: Lifecycle) {
    this.system = system;
    this.lifecycle = lifecycle;
    this.reader = new ViewReader(lifecycle);
  }

  make(): GateTable {
    const { chart, facts, commands, kind } = this.lifecycle;
    const phases = Object.entries(chart.states).filter(([name]) => isPhase(name));
    const valuesAt = (place: 'facts' | 'beside') =>
      Object.entries(facts).flatMap(([name, fact]) =>
        placeInView(fact) === place ? [[name, fact.values] as const] : [],
      );
    const beside = valuesAt('beside');
    const gates = Object.keys(commands).map((command) => [command, this.gatesOf(command)] as const);
    const derived = this.names.flatMap((name) => this.derived(name));
    return {
      system: this.system.name,
      entity: kind,
      phases: Object.fromEntries(phases.map(([name, { states }]) => [name, Object.keys(states).map(statusOf)])),
      facts: Object.fromEntries(valuesAt('facts')),
      ...(beside.length > 0 ? { beside: Object.fromEntries(beside) } : {}),
      ...(derived.length > 0 ? { derived: Object.fromEntries(derived) } : {}),
      names: this.names,
      tests: this.tests.list,
      answers: this.answers.list,
      commands: Object.fromEntries(gates),
      codes: this.codes,
    };
  }

  /** Gates that never hold are left out, and so are those after one that always holds. */
  private gatesOf(command: string): number[] {
    const pairs: number[] = [];
    const gates = this.reader.rulesOf(command).filter(({ rule }) => isRefusal(rule) || isPass(rule));
    for (const seen of mayDecide(gates, ({ when }) => (typeof when === 'boolean' ? when : 'unknown')).gates) {
      const test = this.test(typeof seen.when === 'boolean' ? {} : seen.when);
      const answer = this.answers.indexOf(this.answerOf(seen));
      const same = pairs.some((each, index) => index % 2 === 0 && each === test);
      if (!same) pairs.push(test, answer);
    }
    return pairs;
  }

  /** The fact of that name, if it follows from the phases. */
  private derived(name: string): [name: string, pairs: readonly number[]][] {
    const fact = Object.hasOwn(this.lifecycle.facts, name) ? this.lifecycle.facts[name] : undefined;
    const values = fact && derivedFact(this.lifecycle, fact);
    if (!values) return [];
    return [[name, values.flatMap(({ when, value }) => [this.test(when), fact.values.indexOf(value)])]];
  }

  private answerOf({ rule, when, vague }: SeenRule): GateAnswer {
    const reason = sentenceOf(typeof when === 'boolean' ? rule.when : when, this.lifecycle);
    if (!isRefusal(rule)) return [null, reason, 1];
    if (vague) return [null, reason];
    this.codes[String(rule.code)] = nameOf(this.system, rule.code).name;
    return [rule.code, reason];
  }

  private test(condition: Condition): number {
    const joined =
      (form: number) =>
      (parts: readonly number[]): number =>
        parts.length === 1 ? (parts[0] as number) : this.tests.indexOf([form, ...parts]);
    return fold(condition, {
      name: (test) => this.is(test),
      all: joined(ALL),
      any: joined(ANY),
      none: (parts) => this.tests.indexOf([NONE, ...parts]),
    });
  }

  private is({ name, values, negated }: NameTest): number {
    const all = valuesOf(name, this.lifecycle) as readonly Value[];
    const mask = all.reduce<number>(
      (bits, value, index) => (values.includes(value) === negated ? bits : bits | (1 << index)),
      0,
    );
    if (!this.names.includes(name)) this.names.push(name);
    return this.tests.indexOf([IS, this.names.indexOf(name), mask]);
  }
}

/** A list without duplicates. */
class Listed<Item> extends Interned<string, Item> {
  indexOf(item: Item): number {
    return this.numberOf(JSON.stringify(item), item);
  }
}
