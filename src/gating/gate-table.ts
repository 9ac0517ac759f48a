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
  const { chart, facts, commands } = lifecycle;
  const reader = new ViewReader(lifecycle);
  const names: string[] = [];
  const tests = new Listed<GateTest>();
  const answers = new Listed<GateAnswer>();
  const codes: Record<string, string> = {};

  const testOf = (condition: Condition): number =>
    fold(condition, {
      name: testOfName,
      all: (parts) => joined(ALL, parts),
      any: (parts) => joined(ANY, parts),
      none: (parts) => tests.indexOf([NONE, ...parts]),
    });

  const joined = (form: number, parts: readonly number[]): number =>
    parts.length === 1 ? (parts[0] as number) : tests.indexOf([form, ...parts]);

  const testOfName = ({ name, values, negated }: NameTest): number => {
    const all = valuesOf(name, lifecycle) as readonly Value[];
    const mask = all.reduce<number>(
      (bits, value, index) => (values.includes(value) === negated ? bits : bits | (1 << index)),
      0,
    );
    if (!names.includes(name)) names.push(name);
    return tests.indexOf([IS, names.indexOf(name), mask]);
  };

  const answerOf = ({ rule, when, vague }: SeenRule): GateAnswer => {
    const reason = sentenceOf(typeof when === 'boolean' ? rule.when : when, lifecycle);
    if (!isRefusal(rule)) return [null, reason, 1];
    if (vague) return [null, reason];
    codes[String(rule.code)] = nameOf(system, rule.code).name;
    return [rule.code, reason];
  };

  /** Gates that never hold are left out, and so are those after one that always holds. */
  const gatesOf = (command: string): number[] => {
    const pairs: number[] = [];
    const rules = reader.rulesOf(command).filter(({ rule }) => isRefusal(rule) || isPass(rule));
    for (const seen of mayDecide(rules, ({ when }) => (typeof when === 'boolean' ? when : 'unknown')).gates) {
      const test = testOf(typeof seen.when === 'boolean' ? {} : seen.when);
      const answer = answers.indexOf(answerOf(seen));
      const same = pairs.some((each, index) => index % 2 === 0 && each === test);
      if (!same) pairs.push(test, answer);
    }
    return pairs;
  };

  /** The fact of that name, if it follows from the phases. */
  const derivedOf = (name: string): [name: string, pairs: readonly number[]][] => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    const values = fact && derivedFact(lifecycle, fact);
    if (!values) return [];
    return [[name, values.flatMap(({ when, value }) => [testOf(when), fact.values.indexOf(value)])]];
  };

  const phases = Object.entries(chart.states).filter(([name]) => isPhase(name));
  const shownAt = (place: 'facts' | 'beside') =>
    Object.entries(facts).flatMap(([name, fact]) =>
      placeInView(fact) === place ? [[name, fact.values] as const] : [],
    );
  const beside = shownAt('beside');
  const gates = Object.keys(commands).map((command) => [command, gatesOf(command)] as const);
  const derived = names.flatMap(derivedOf);
  const table: GateTable = {
    system: system.name,
    entity: kind,
    phases: Object.fromEntries(phases.map(([name, { states }]) => [name, Object.keys(states).map(statusOf)])),
    facts: Object.fromEntries(shownAt('facts')),
    ...(beside.length > 0 ? { beside: Object.fromEntries(beside) } : {}),
    ...(derived.length > 0 ? { derived: Object.fromEntries(derived) } : {}),
    names,
    tests: tests.list,
    answers: answers.list,
    commands: Object.fromEntries(gates),
    codes,
  };
  return { table, held: [...reader.held].sort() };
}

/** A list without duplicates. */
class Listed<Item> extends Interned<string, Item> {
  indexOf(item: Item): number {
    return this.numberOf(JSON.stringify(item), item);
  }
}
