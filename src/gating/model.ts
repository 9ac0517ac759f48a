import { decidingRule } from '../engine/judge.ts';
import { specOf } from '../engine/sample-lines.ts';
import {
  isRefusal,
  type Lifecycle,
  placeInView,
  type Rule,
  type System,
  stateOf,
  statusOf,
  type Value,
} from '../model/index.ts';
import { ClosedWorld } from '../space/closed-world.ts';
import type { Quotient } from '../space/quotient.ts';
import { type Facts, impliedBy, tellersOf } from './implied.ts';

/** What the model answered in a spot while these facts, and no others that may vary, were asked for. */
interface KnownAnswer {
  /** The facts of the view that were asked for. */
  readonly asked: readonly string[];
  readonly values: Facts;
  readonly rule: Rule | undefined;
}

/** A node, and in which states some of its places are, where that matters. */
interface Spot {
  readonly node: number;
  readonly states: ReadonlyMap<number, number>;
}

/**
 * What the model says in each node of a space: the facts of the view, and the rule that decides on a command, also where
 * some facts are otherwise. The rules themselves are asked, once for each combination of the facts that they ask for.
 */
export class Model {
  /** The facts of the entity's view, in the order in which they are stated. */
  readonly names: readonly string[];
  /** Those that stand beside the others. */
  readonly besides: ReadonlySet<string>;
  readonly lifecycle: Lifecycle;
  private readonly quotient: Quotient;
  private readonly closed: ClosedWorld;
  private readonly values: (ReadonlyMap<string, Value> | undefined)[] = [];
  private readonly known = new Map<string, KnownAnswer[]>();
  private readonly spots: Spot[] = [];
  private readonly tellers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Facts of the view that show a region of the same name, which is what gates ask. */
  private readonly shownRegions: ReadonlySet<string>;
  private otherwise: Facts = new Map();
  private asked: Set<string> | undefined;

  constructor(system: System, kind: string, quotient: Quotient) {
    const lifecycle = system.entities[kind] as Lifecycle;
    const facts = Object.fromEntries(
      Object.entries(lifecycle.facts).map(([name, fact]) => [
        name,
        {
          ...fact,
          of: (question: Parameters<typeof fact.of>[0]) => {
            this.asked?.add(name);
            for (const teller of this.tellers.get(name) ?? []) this.asked?.add(teller);
            return this.otherwise.has(name) ? (this.otherwise.get(name) as Value) : fact.of(question);
          },
        },
      ]),
    );
    const open = { ...system, entities: { ...system.entities, [kind]: { ...lifecycle, facts } } };
    this.lifecycle = lifecycle;
    this.tellers = tellersOf(lifecycle);
    this.quotient = quotient;
    this.closed = new ClosedWorld(open, kind, { sayable: true });
    const places = Object.entries(lifecycle.facts).map(([name, fact]) => [name, placeInView(fact)] as const);
    this.names = places.flatMap(([name, place]) => (place ? [name] : []));
    this.besides = new Set(places.flatMap(([name, place]) => (place === 'beside' ? [name] : [])));
    this.shownRegions = new Set(this.names.filter((name) => Object.hasOwn(lifecycle.chart.states, name)));
  }

  /** A new spot: the node, or what is left of another spot with one more place in one state. */
  spotOf(node: number, of?: number, place?: number, state?: number): number {
    const states = new Map(of === undefined ? [] : this.spots[of]?.states);
    if (place !== undefined && state !== undefined) states.set(place, state);
    this.spots.push({ node, states });
    return this.spots.length - 1;
  }

  /** The places that are in one state all over the spot, besides what its node says. */
  statesOf(spot: number): ReadonlyMap<number, number> {
    return this.spots[spot]?.states ?? new Map();
  }

  /** Whether the place is in one state all over the spot. */
  stands(spot: number, place: number): boolean {
    return this.statesOf(spot).has(place);
  }

  /** The facts of the view in a spot. */
  factsOf(spot: number): ReadonlyMap<string, Value> {
    const known = this.values[spot];
    if (known) return known;
    this.stand(spot, new Map());
    const { subject } = this;
    const question = this.closed.world.ask(subject, '', {});
    const facts = subject.lifecycle.source.facts;
    const values = new Map(this.names.map((name) => [name, facts[name]?.of(question) as Value]));
    this.values[spot] = values;
    return values;
  }

  /** The rule that decides on the command, in its plainest form, where some facts are otherwise. */
  answerOf(spot: number, command: string, facts: Facts): KnownAnswer {
    const key = `${spot} ${command}`;
    const list = this.known.get(key) ?? [];
    const usual = this.factsOf(spot);
    const fits = ({ values }: KnownAnswer): boolean => {
      for (const [name, value] of values) if (inForce(name, facts, usual) !== value) return false;
      return true;
    };
    const found = list.find(fits);
    if (found) return found;
    this.stand(spot, facts);
    const names = new Set<string>();
    this.asked = names;
    const params = specOf(this.lifecycle, command).plain ?? {};
    const rule = decidingRule(this.subject, command, this.closed.world.ask(this.subject, command, params));
    this.asked = undefined;
    const asked = new Map<string, Value>();
    for (const name of this.names) {
      if (names.has(name) || this.shownRegions.has(name)) asked.set(name, inForce(name, facts, usual));
    }
    const known: KnownAnswer = { asked: [...asked.keys()], values: asked, rule };
    this.known.set(key, [...list, known]);
    return known;
  }

  /** Regions that facts were seen to read, as `KIND REGION`. */
  get read(): ReadonlySet<string> {
    return this.closed.read;
  }

  private get subject() {
    return this.closed.members[0] as (typeof this.closed.members)[number];
  }

  private stand(spot: number, facts: Facts): void {
    this.otherwise = new Map();
    const { node, states } = this.spots[spot] as Spot;
    const { places, nodes } = this.quotient;
    const { classes } = nodes[node] as (typeof nodes)[number];
    places.forEach(({ member, region, classes: all }, place) => {
      const state = states.get(place) ?? (all[classes[place] as number]?.[0] as number);
      (this.closed.members[member]?.at as Uint8Array)[region] = state;
    });
    if (facts.size === 0) return;
    const usual = this.factsOf(spot);
    const { subject } = this;
    this.otherwise = impliedBy(this.lifecycle, facts, (name) => {
      if (usual.has(name)) return inForce(name, facts, usual);
      return subject.lifecycle.regionIndex.has(name) ? statusOf(subject.state(name)) : undefined;
    });
    for (const [name, value] of facts) {
      const index = this.shownRegions.has(name) ? subject.lifecycle.regionIndex.get(name) : undefined;
      if (index === undefined) continue;
      const { states = [] } = subject.lifecycle.regions[index] ?? {};
      subject.at[index] = states.indexOf(stateOf(value as string | null));
    }
  }
}

const inForce = (name: string, facts: Facts, usual: Facts): Value =>
  (facts.has(name) ? facts.get(name) : usual.get(name)) as Value;

/** The code of a refusal; undefined where the command is accepted. */
export const codeOf = (rule: Rule | undefined) => (rule && isRefusal(rule) ? rule.code : undefined);
