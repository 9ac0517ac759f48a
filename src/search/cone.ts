import { valuesOf } from '../condition/sentence.ts';
import { type NameTest, patternsOf, testsOf } from '../condition/walk.ts';
import { lineOf, needsParams, specOf, waitsOf } from '../engine/sample-lines.ts';
import { transitionsOf } from '../engine/where-used.ts';
import {
  type CodeRow,
  type Condition,
  isRefusal,
  type Lifecycle,
  movesOf,
  type System,
  signalOf,
  stateOf,
  statusOf,
  type Transition,
  type Use,
  type Value,
} from '../model/index.ts';

/**
 * The cone of influence of a code: the scenario lines that can matter for it, found backwards from where the code is
 * given. What a guard needs, what a rule would refuse, and what sends a signal that is listened for are added in turn,
 * until nothing new appears.
 */
export function linesFor(system: System, row: CodeRow, uses: readonly Use[]): string[] {
  const cone = new Cone(system, row);
  for (const use of uses) cone.wantUse(use);
  for (const { code, arm, strikes = [] } of system.faults ?? []) if (code === row.code) cone.wantFault(arm, strikes);
  cone.clearTheWay();
  return [...cone.lines];
}

/** A signal carries the parameters of the event that caused it. */
function causesOf({ chart }: Lifecycle, event: string): string[] {
  const [verb, place = ''] = event.split(' ');
  if (verb !== 'entered') return [event];
  const inRegions = [...transitionsOf(chart)]
    .filter(({ phase, move }) => `${phase}.${move.target}` === place)
    .map((each) => each.event);
  const whole = Object.keys(chart.on ?? {}).filter((each) =>
    movesOf(chart.on, each).some(({ target }) => target === place),
  );
  return [...inRegions, ...whole];
}

type Wanted = readonly [kind: string, name: string, value: Value];

class Cone {
  readonly lines = new Set<string>();
  private readonly system: System;
  private readonly row: CodeRow;
  private readonly seen = new Set<string>();
  private readonly events = new Map<string, Set<string>>();
  private readonly entered = new Set<string>();

  constructor(system: System, row: CodeRow) {
    this.system = system;
    this.row = row;
  }

  wantUse({ entity, command, phase, status }: Use): void {
    if (command === 'any other') this.lines.add(`${entity} no-such-event`);
    else if (phase !== undefined && status !== undefined) this.want([entity, phase, status]);
    const lifecycle = this.system.entities[entity];
    if (command === undefined || !lifecycle || !this.knows(lifecycle, command)) return;
    this.wantEvent(lifecycle, command);
    for (const rule of lifecycle.rules[command] ?? []) {
      if (isRefusal(rule) && rule.code === this.row.code) this.wantCondition(lifecycle, rule.when, command);
    }
  }

  wantFault(arm: string, strikes: readonly string[]): void {
    this.lines.add(arm);
    for (const [kind, lifecycle] of Object.entries(this.system.entities)) {
      for (const command of Object.keys(lifecycle.commands)) {
        if (strikes.length === 0 || strikes.includes(`${kind} ${command}`)) this.wantEvent(lifecycle, command);
      }
    }
  }

  /**
   * Wanted events may bring about what refuses a wanted command. Then the states that do not refuse it are wanted too.
   */
  clearTheWay(): void {
    for (let before = -1; before !== this.seen.size; ) {
      before = this.seen.size;
      for (const [kind, commands] of [...this.events]) {
        const lifecycle = this.system.entities[kind] as Lifecycle;
        for (const command of [...commands]) {
          for (const rule of lifecycle.rules[command] ?? []) if (isRefusal(rule)) this.avoid(lifecycle, rule.when);
        }
      }
    }
  }

  private knows({ commands, reports }: Lifecycle, event: string): boolean {
    return Object.hasOwn(commands, event) || Object.hasOwn(reports, event);
  }

  private want([kind, name, value]: Wanted): void {
    const key = `${kind} ${name} ${String(value)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const lifecycle = this.system.entities[kind];
    if (!lifecycle) return;
    if (Object.hasOwn(lifecycle.chart.states, name))
      this.wantState(lifecycle, name, stateOf(value === null ? null : String(value)));
    else for (const line of lifecycle.facts[name]?.changedBy ?? []) this.wantLine(line);
  }

  private wantState(lifecycle: Lifecycle, region: string, state: string): void {
    for (const { phase, from, event, move } of transitionsOf(lifecycle.chart)) {
      if (phase !== region || move.target !== state) continue;
      const everywhere = Object.keys(lifecycle.chart.states[region]?.states ?? {});
      if (from.length < everywhere.length) for (const each of from) this.want([lifecycle.kind, region, statusOf(each)]);
      this.wantMove(lifecycle, event, move);
    }
    for (const event of Object.keys(lifecycle.chart.on ?? {})) {
      for (const move of movesOf(lifecycle.chart.on, event)) {
        if (move.target === `${region}.${state}`) this.wantMove(lifecycle, event, move);
      }
    }
  }

  private wantMove(lifecycle: Lifecycle, event: string, move: Transition): void {
    if (move.guard) this.wantCondition(lifecycle, move.guard, event);
    const signal = signalOf(event);
    if (event === 'wait') for (const line of waitsOf(lifecycle)) this.lines.add(line);
    else if (signal) this.wantSignal(lifecycle, event, signal.region, signal.state);
    else if (this.knows(lifecycle, event)) this.wantEvent(lifecycle, event);
    else for (const line of lifecycle.internal?.[event]?.causedBy ?? []) this.wantLine(line);
    if (move.target !== undefined) this.entered.add(`${lifecycle.kind} ${move.target}`);
  }

  private wantSignal(lifecycle: Lifecycle, signal: string, region: string, state: string): void {
    const kinds = this.system.links.filter(({ signals }) => signals.includes(signal)).map(({ from }) => from);
    for (const kind of new Set([lifecycle.kind, ...kinds])) {
      const chart = this.system.entities[kind]?.chart;
      if (!chart || !Object.hasOwn(chart.states, region)) continue;
      this.want([kind, region, statusOf(state)]);
      if (!signal.startsWith('left')) continue;
      for (const { phase, from, event, move } of transitionsOf(chart)) {
        if (phase === region && from.includes(state))
          this.wantMove(this.system.entities[kind] as Lifecycle, event, move);
      }
    }
  }

  private wantEvent(lifecycle: Lifecycle, event: string): void {
    const { kind } = lifecycle;
    const known = this.events.get(kind) ?? new Set();
    this.events.set(kind, known);
    if (known.has(event)) return;
    known.add(event);
    if (!needsParams(specOf(lifecycle, event))) this.lines.add(lineOf(lifecycle, event, {}));
    this.wantNoRefusal(lifecycle, event);
  }

  private wantLine(line: string): void {
    if (this.lines.has(line)) return;
    this.lines.add(line);
    const [entity = '', event = ''] = line.split(' ');
    const lifecycle = this.system.entities[entity.split(':')[0] ?? ''];
    if (lifecycle) this.wantNoRefusal(lifecycle, event);
  }

  /** No rule may refuse the event, so the states that the rules do not match are wanted. */
  private wantNoRefusal(lifecycle: Lifecycle, event: string): void {
    for (const rule of lifecycle.rules[event] ?? []) {
      if (isRefusal(rule)) this.wantFailed(lifecycle, testsOf(rule.when));
    }
  }

  /** Everything a condition names; a parameter becomes a variant of the event's line. */
  private wantCondition(lifecycle: Lifecycle, condition: Condition, event: string): void {
    for (const { tests, denied } of patternsOf(condition)) {
      if (denied) this.wantFailed(lifecycle, tests);
      else this.wantTests(lifecycle, tests, event);
    }
  }

  private wantTests(lifecycle: Lifecycle, tests: readonly NameTest[], event: string): void {
    const variant: Record<string, string | undefined> = {};
    for (const { name, values, negated } of tests) {
      if (name.startsWith('$')) variant[name.slice(1)] = this.parameter(name.slice(1), values, negated);
      else
        for (const value of negated ? others(lifecycle, name, values) : values)
          this.want([lifecycle.kind, name, value]);
    }
    if (Object.keys(variant).length === 0) return;
    for (const cause of causesOf(lifecycle, event))
      if (this.knows(lifecycle, cause)) this.lines.add(lineOf(lifecycle, cause, variant));
  }

  /** A matching value; undefined if the parameter is best left out. */
  private parameter(key: string, values: readonly Value[], negated: boolean): string | undefined {
    if (negated || values.includes(null)) return undefined;
    const own = values.find((value) => key === 'code' && String(value) === String(this.row.code));
    return String(own ?? values[0]);
  }

  private wantFailed(lifecycle: Lifecycle, tests: readonly NameTest[]): void {
    for (const { name, values, negated } of tests) {
      const fact = lifecycle.facts[name];
      const wanted = negated ? values : fact ? others(lifecycle, name, values) : [];
      for (const value of wanted) this.want([lifecycle.kind, name, value]);
    }
  }

  private avoid(lifecycle: Lifecycle, condition: Condition): void {
    for (const { name, values, negated } of testsOf(condition)) {
      if (negated || name.startsWith('$') || !Object.hasOwn(lifecycle.chart.states, name)) continue;
      const stuck = values.some(
        (value) =>
          this.seen.has(`${lifecycle.kind} ${name} ${String(value)}`) || this.entered.has(`${lifecycle.kind} ${value}`),
      );
      if (stuck) for (const value of others(lifecycle, name, values)) this.want([lifecycle.kind, name, value]);
    }
  }
}

/** The other values of a region or a fact. */
const others = (lifecycle: Lifecycle, name: string, values: readonly Value[]): readonly Value[] =>
  (valuesOf(name, lifecycle) ?? []).filter((value) => !values.includes(value));
