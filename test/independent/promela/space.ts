import { asText } from '../../../src/condition/truth.ts';
import { fold, type NameTest } from '../../../src/condition/walk.ts';
import { Ids } from '../../../src/diagram/export/ids.ts';
import {
  type Condition,
  type Lifecycle,
  type Params,
  type Region,
  type System,
  stateOf,
  type Value,
} from '../../../src/model/index.ts';
import { either, every, FALSE, not, some, TRUE } from './logic.ts';
import { leniently, type Members, type Outcome, outcomeOf } from './symbolic-run.ts';

/** An event for an entity of the space, with its parameters. */
export interface Happening {
  readonly kind: string;
  readonly event: string;
  readonly params: Params;
}

/** Keywords of Promela, and names that the model itself uses. */
const WORDS =
  'active assert atomic bit bool break byte c_code c_decl c_expr c_state c_track chan d_step do else empty enabled end eval false fi full goto hidden if init inline int len local ltl mtype nempty never nfull notrace np_ od of pid pc_value pid printf priority proctype provided return run select short show skip timeout trace true typedef unless unsigned xr xs';

/** The regions of a space as variables, and conditions on them as expressions. */
export class Space {
  readonly kinds: readonly string[];
  readonly system: System;
  private readonly members: Members;
  private readonly still: ReadonlySet<string>;
  private readonly names = new Ids(/[A-Za-z0-9_]/, WORDS.split(' '));
  private readonly facts = new Map<string, Outcome<Value>>();

  constructor(system: System, kind: string) {
    const subject = system.entities[kind];
    if (!subject) throw new Error(`${system.name} has no entities of the kind ${kind}`);
    const { fixed: still = [], with: others = {} } = subject.space ?? {};
    this.system = system;
    this.kinds = [kind, ...Object.keys(others)];
    this.still = new Set(still.map((region) => `${kind} ${region}`));
    const id = subject.singleton ?? '1';
    this.members = {
      system,
      ids: new Map(this.kinds.map((each) => [each, id])),
      statesOf: (each, region) =>
        this.isFixed(each, region) ? [this.region(each, region).initial] : this.states(each, region),
    };
  }

  lifecycle(kind: string): Lifecycle {
    return this.system.entities[kind] as Lifecycle;
  }

  region(kind: string, region: string): Region {
    const found = this.lifecycle(kind).chart.states[region];
    if (!found) throw new Error(`${kind} has no region ${region}`);
    return found;
  }

  states(kind: string, region: string): readonly string[] {
    return Object.keys(this.region(kind, region).states);
  }

  /** A region that is fixed, or has only one state, is not a variable. */
  isFixed(kind: string, region: string): boolean {
    return this.still.has(`${kind} ${region}`) || this.states(kind, region).length === 1;
  }

  variable(kind: string, region: string): string {
    return this.names.of(`${kind}_${region}`, `region ${kind} ${region}`);
  }

  state(kind: string, region: string, state: string): string {
    return this.names.of(`${kind}_${region}_${state}`, `state ${kind} ${region} ${state}`);
  }

  signal(kind: string, signal: string): string {
    return this.names.of(`${kind}_${signal.replace(/[ .]/g, '_')}`, `signal ${kind} ${signal}`);
  }

  /** True if the region is in one of these states. */
  stands(kind: string, region: string, states: readonly string[]): string {
    if (this.isFixed(kind, region)) return states.includes(this.region(kind, region).initial) ? TRUE : FALSE;
    const all = this.states(kind, region);
    const asked = all.filter((state) => states.includes(state));
    if (asked.length === all.length) return TRUE;
    const variable = this.variable(kind, region);
    if (asked.length * 2 <= all.length)
      return some(asked.map((state) => `(${variable} == ${this.state(kind, region, state)})`));
    const others = all.filter((state) => !asked.includes(state));
    return every(others.map((state) => `(${variable} != ${this.state(kind, region, state)})`));
  }

  /** Sets a region to a state. Whatever would move a fixed region is excluded before. */
  set(kind: string, region: string, state: string): string[] {
    if (this.isFixed(kind, region)) return [];
    return [`${this.variable(kind, region)} = ${this.state(kind, region, state)}`];
  }

  /** A condition of an entity that receives an event. */
  holds(condition: Condition, about: Happening): string {
    return fold(condition, {
      name: (test) => (test.negated ? not(this.nameIs(test, about)) : this.nameIs(test, about)),
      all: every,
      any: some,
      none: (parts) => not(some(parts)),
    });
  }

  /** What starts by itself after the entity was touched. */
  settling(kind: string): Outcome<void> {
    const { settle } = this.system;
    if (!settle) return { value: undefined };
    const { ids } = this.members;
    return outcomeOf<void>(
      this.members,
      (world, view) => settle(leniently(world, ids), view(kind)),
      () => undefined,
    );
  }

  /** The recipients of a signal of an entity, link by link. */
  listeners(kind: string, signal: string): Outcome<readonly string[]>[] {
    const { ids } = this.members;
    return this.system.links
      .filter(({ from, signals }) => from === kind && signals.includes(signal))
      .map(({ to }) =>
        outcomeOf<readonly string[]>(
          this.members,
          (world, view) => to(leniently(world, ids), view(kind)).map((each) => each.kind),
          ({ value }) => value ?? [],
        ),
      );
  }

  /** The answer to a question that code asks. */
  answered(
    asked: { readonly kind: string; readonly region?: string; readonly condition?: string },
    answer: string,
  ): string {
    const { kind, region, condition = '' } = asked;
    if (region !== undefined) return this.stands(kind, region, [answer]);
    const holds = this.holds(this.lifecycle(kind).is[condition] ?? {}, { kind, event: '', params: {} });
    return answer === 'true' ? holds : not(holds);
  }

  private nameIs({ name, values }: NameTest, { kind, event, params }: Happening): string {
    if (name.startsWith('$')) {
      const key = name.slice(1);
      const given = Object.hasOwn(params, key) ? (params[key] ?? null) : null;
      return values.map(asText).includes(given) ? TRUE : FALSE;
    }
    if (Object.hasOwn(this.lifecycle(kind).chart.states, name)) {
      return this.stands(
        kind,
        name,
        values.map((value) => stateOf(asText(value))),
      );
    }
    return this.comesTo(this.fact(kind, name, event, params), (value) => values.includes(value));
  }

  /** A fact in terms of the regions. If it needs data, or an entity that does not exist, it has its usual value. */
  private fact(kind: string, name: string, event: string, params: Params): Outcome<Value> {
    const key = JSON.stringify([kind, name, event, params]);
    const known = this.facts.get(key);
    if (known) return known;
    const fact = this.lifecycle(kind).facts[name];
    if (!fact) throw new Error(`${kind} has no fact ${name}`);
    const outcome = outcomeOf<Value>(
      this.members,
      (world, view) => fact.of({ world, self: view(kind), event, params }),
      ({ value, sawRegion, sawData }) => (value !== undefined && (sawRegion || !sawData) ? value : fact.usual),
    );
    this.facts.set(key, outcome);
    return outcome;
  }

  private comesTo(outcome: Outcome<Value>, wanted: (value: Value) => boolean): string {
    if ('value' in outcome) return wanted(outcome.value) ? TRUE : FALSE;
    if ('told' in outcome) throw new Error('a fact tells an event, and cannot be exported');
    const { asked, answers } = outcome;
    const parts = answers.map(({ answer, next }) => ({ answer, holds: this.comesTo(next, wanted) }));
    const [yes, no] = parts;
    if ('condition' in asked && yes && no) return either(this.answered(asked, 'true'), yes.holds, no.holds);
    const texts = [...new Set(parts.map(({ holds }) => holds))];
    return some(
      texts.map((text) => {
        const same = parts.filter(({ holds }) => holds === text).map(({ answer }) => answer);
        return every(['region' in asked ? this.stands(asked.kind, asked.region, same) : FALSE, text]);
      }),
    );
  }
}
