import { sentenceOf } from '../condition/sentence.ts';
import { namesOf, testsOf } from '../condition/walk.ts';
import {
  groupedBy,
  isPhase,
  kept,
  once,
  type Projection,
  placeInView,
  type Rule,
  statusOf,
  type Value,
  type View,
} from '../model/index.ts';
import { allStates } from '../reach/diagram/masks.ts';
import { EMPTY } from '../reach/diagram/nodes.ts';
import type { Query, ReachedAnswer } from '../reach/query.ts';
import { isLeaf, type Relation } from '../reach/relation.ts';
import { freeRegion } from '../space/delays-as-events.ts';
import { type Constraint, pickWithin } from './pick-within.ts';
import { ViewReader } from './project-to-view.ts';

/** A situation: the state of each level of the diagrams. */
export type ViewStanding = Uint8Array;

/** The reachable situations of an entity, distinguished by what a UI sees of them. */
export class ViewSpace {
  readonly query: Query;
  /** The phases and facts of the view. */
  readonly names: readonly string[];
  /** The situations that are asked about: names that no view shows have their usual value in all of them. */
  readonly set: number;
  /** Whether situations were left out that contradict the projections. */
  readonly assumesTold: boolean;
  /** Why situations were left out, in words: the lifecycle says that no view shows it. */
  readonly unreachable: readonly string[];
  /** What gates read and no view shows. */
  readonly hidden: readonly string[];
  private readonly values: Relation<Value>;
  private readonly constraints = new Map<string, (readonly [Value, Constraint])[]>();
  private readonly answered = new Map<string, readonly ReachedAnswer[]>();

  constructor(query: Query) {
    const { reachable, lifecycle } = query;
    const { diagrams } = reachable;
    this.query = query;
    this.names = [
      ...Object.keys(lifecycle.chart.states).filter(isPhase),
      ...Object.entries(lifecycle.facts).flatMap(([name, fact]) => (placeInView(fact) ? [name] : [])),
    ];
    this.values = query.relation<Value>(4, (number, entity, world) => {
      const name = this.names[number] as string;
      if (isPhase(name)) return statusOf(entity.state(name));
      return entity.lifecycle.source.facts[name]?.of(world.ask(entity, '', {})) ?? null;
    });
    const reader = new ViewReader(lifecycle);
    for (const command of query.commandNames) reader.rulesOf(command);
    this.hidden = [...reader.held].sort();
    const told = this.asTold(reachable.set);
    this.assumesTold = told !== reachable.set;
    const { unreachable = [] } = lifecycle;
    this.unreachable = unreachable.map((each) => sentenceOf(each, lifecycle));
    const real = unreachable.reduce((set, each) => diagrams.minus(set, query.holding(set, each)), told);
    this.set = this.hidden.reduce((set, name) => this.asUsual(set, name), real);
  }

  /** The situations of a set by the value of a name of the view. */
  by(name: string, set: number): ReadonlyMap<Value, number> {
    return this.values.split(this.names.indexOf(name), set);
  }

  /** Those in which the name has one of the values, and the others. */
  parted(name: string, values: readonly Value[], set: number): readonly [fit: number, rest: number] {
    const { diagrams } = this.query.reachable;
    let fit = EMPTY;
    let rest = EMPTY;
    for (const [value, part] of this.by(name, set)) {
      if (values.includes(value)) fit = diagrams.union(fit, part);
      else rest = diagrams.union(rest, part);
    }
    return [fit, rest];
  }

  /** The situation of a set that is most like another. */
  pick(set: number, like: ViewStanding = this.query.reachable.world.initial): ViewStanding {
    return this.query.reachable.diagrams.pick(set, like);
  }

  /** For each other value that a name of the view has in a set: the situation with it that is most like the given one. */
  *varied(name: string, set: number, like: ViewStanding): Generator<ViewStanding> {
    const found = new Set([this.valueAt(this.names.indexOf(name), like)]);
    for (const [value, constraint] of this.constraintsOf(name)) {
      if (found.has(value)) continue;
      const standing = pickWithin(this.query.reachable.diagrams, set, constraint, like);
      if (!standing) continue;
      found.add(value);
      yield standing;
    }
  }

  /** The conditions for each value of a name; computed once. */
  private constraintsOf(name: string): (readonly [Value, Constraint])[] {
    return kept(this.constraints, name, () => {
      this.by(name, this.set);
      const { widths } = this.query.reachable.diagrams;
      return [...this.values.known(this.names.indexOf(name))].map(({ result, masks }) => {
        const levels = [...widths.keys()].filter((level) => masks[level] !== allStates(widths[level] as number));
        return [result, { levels, masks }] as const;
      });
    });
  }

  /** Any situation of a set. */
  random(set: number, choose: (count: number) => number): ViewStanding {
    return this.query.reachable.diagrams.pick(set, undefined, choose);
  }

  /** The one in which as much as possible differs. */
  another(set: number): ViewStanding {
    return this.query.reachable.diagrams.pick(set, undefined, (count) => count - 1);
  }

  count(set: number): bigint {
    return this.query.reachable.diagrams.count(set);
  }

  /** The ids in views: two, if there may be several entities of the kind. */
  get ids(): readonly string[] {
    const { singleton } = this.query.lifecycle;
    return singleton === undefined ? ['1', '2'] : [singleton];
  }

  /** What a UI sees in a situation. */
  viewAt(standing: ViewStanding, id = this.ids[0]): View {
    const { lifecycle } = this.query;
    const phases: Record<string, string | null> = {};
    const facts: Record<string, Value> = {};
    const beside: Record<string, Value> = {};
    this.names.forEach((name, index) => {
      const value = this.valueAt(index, standing);
      const fact = lifecycle.facts[name];
      if (isPhase(name)) phases[name] = value as string | null;
      else if (fact && placeInView(fact) === 'beside') beside[name] = value;
      else facts[name] = value;
    });
    return { entity: `${lifecycle.kind}:${id}`, phases, ...beside, facts };
  }

  /** How a command in its plainest form is answered in the situations that are asked about. */
  answersOf(command: string): readonly ReachedAnswer[] {
    return kept(this.answered, command, () => this.query.within(this.set).answers(command));
  }

  /** The rule that decides a command in a situation. */
  ruleIn(command: string, standing: ViewStanding): Rule | undefined {
    const { diagrams } = this.query.reachable;
    return this.answersOf(command).find(({ situations }) => diagrams.has(situations.set, standing))?.rule;
  }

  /** The situations by which gates of a command hold in them; undefined if there are more parts than this. */
  byGates(command: string, most: number): number[] | undefined {
    const { query } = this;
    let parts = [this.set];
    for (const index of (query.lifecycle.rules[command] ?? []).keys()) {
      const gate = query.numberOfGate(command, index);
      parts = parts.flatMap((part) => [...query.gates.split(gate, part).values()]);
      if (parts.length > most) return undefined;
    }
    return parts;
  }

  /**
   * Changes by the world outside are assumed to happen at any time, so a set may have situations that contradict the
   * view's projections. No real world has these.
   */
  private asTold(set: number): number {
    const { lifecycle, reachable } = this.query;
    const { diagrams } = reachable;
    // A situation does not have what depends on the parameters of a command.
    const told = (lifecycle.projections ?? []).filter(
      ({ ask }) => ![...namesOf(ask)].some((name) => lifecycle.facts[name]?.usesParams),
    );
    let left = set;
    for (const alike of groupedBy(told, ({ as }) => JSON.stringify(as)).values()) {
      const [{ as }] = alike;
      const asked = this.query.holding(left, { any: alike.map(({ ask }) => ask) });
      const seen = this.seen(left, as);
      left = diagrams.union(diagrams.common(asked, seen), diagrams.minus(left, diagrams.union(asked, seen)));
    }
    return left;
  }

  /** The situations whose view has this value. */
  private seen(set: number, as: Projection['as']): number {
    return testsOf(as).reduce((left, { name, values, negated }) => {
      const [fit, rest] = this.parted(name, values, left);
      return negated ? rest : fit;
    }, set);
  }

  /** Only the usual values of names that no view shows; one that depends on a command's parameters must be a region. */
  private asUsual(set: number, name: string): number {
    const { reachable, lifecycle } = this.query;
    const { world, diagrams } = reachable;
    const fact = lifecycle.facts[name];
    const level = world.levelOf(lifecycle.kind, fact ? freeRegion(name) : name);
    if (level < 0) return fact && !fact.usesParams ? this.query.holding(set, { [name]: fact.usual }) : set;
    const usual = fact ? String(fact.usual) : world.closed.members[0]?.lifecycle.source.chart.states[name]?.initial;
    return diagrams.restrict(set, level, 1 << (world.levels[level]?.states.indexOf(usual as string) ?? 0));
  }

  /** The value of a name in a situation, from its learned conditions. */
  private valueAt(name: number, standing: ViewStanding): Value {
    const { diagrams } = this.query.reachable;
    let tree = this.values.root(name, this.set);
    while (tree && !isLeaf(tree)) {
      const state = 1 << (standing[tree.level] as number);
      tree = tree.below[tree.masks.findIndex((mask) => (mask & state) !== 0)];
    }
    if (tree) return tree.result;
    const [value] = this.values.split(name, diagrams.one(standing)).keys();
    return value as Value;
  }
}

export const viewSpaceOf = once((query: Query) => new ViewSpace(query));
