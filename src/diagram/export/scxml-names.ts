import { type Condition, eventsHeard, type Lifecycle, type System } from '../../model/index.ts';
import { toldBy } from '../../xstate/configuration.ts';
import { kindOf } from './handlers.ts';
import { Ids } from './ids.ts';
import { expressionOf, literal } from './scxml-conditions.ts';

/** The parameters of the current event. */
export const GIVEN = '(_event.data || {})';

/** Other events that the chart and the engine raise. A lifecycle may have events called `error` or `done`. */
const RAISED = ['error.refused.', 'error.execution', 'answered.', 'effect.', 'done.state.'];

/** The event that the regions handle, and where they find its parameters. */
interface Heard {
  readonly name: string;
  /** A condition if the name of the event alone would also match longer names; otherwise `true`. */
  readonly exactly: string;
  readonly params: string;
}

/** The names of states, events and conditions in the statechart of a lifecycle. */
export class Names {
  readonly system: System;
  readonly lifecycle: Lifecycle;
  readonly root: string;
  readonly gates: string;
  private readonly states = new Ids(/[A-Za-z0-9_.-]/);
  private readonly events = new Ids(/[A-Za-z0-9_.-]/);
  private readonly heard: ReadonlySet<string>;
  private readonly told: ReadonlySet<string>;

  constructor(system: System, lifecycle: Lifecycle) {
    this.system = system;
    this.lifecycle = lifecycle;
    this.heard = new Set(eventsHeard(lifecycle.chart));
    this.told = toldBy(system, lifecycle.kind);
    for (const [region, { states }] of Object.entries(lifecycle.chart.states)) {
      this.region(region);
      for (const state of Object.keys(states)) this.state(region, state);
    }
    this.root = this.states.of(lifecycle.chart.id, 'root');
    this.gates = this.states.of('gates', 'gates');
    for (const event of this.fromOutside()) this.event(event);
  }

  region(region: string): string {
    return this.states.of(region, `region ${region}`);
  }

  state(region: string, state: string): string {
    return this.states.of(`${region}.${state}`, `state ${region} ${state}`);
  }

  /** The words of a signal are the tokens of its name: `entered.SCAN.RUNNING`. */
  event(event: string): string {
    const tokens = /^(entered|left|after) /.test(event) ? event.replaceAll(' ', '.') : event;
    return this.events.of(tokens, event);
  }

  /** Whether the chart handles the signal, or a link passes it on. */
  isHeard(signal: string): boolean {
    return this.heard.has(signal) || this.told.has(signal);
  }

  /** Every event from outside: commands, reports, events of other entities and of effects, delays. */
  fromOutside(): string[] {
    const { commands, reports } = this.lifecycle;
    const heard = [...this.heard].filter((event) => kindOf(this.lifecycle, event) === 'outside');
    return ['facts', ...Object.keys(commands), ...Object.keys(reports), ...heard];
  }

  heardAs(event: string): Heard {
    const kind = kindOf(this.lifecycle, event);
    const name = kind === 'command' ? `accepted.${event}` : event;
    const params = kind === 'command' || kind === 'signal' ? 'params' : GIVEN;
    return { name: this.event(name), exactly: this.exactly(name), params };
  }

  /** The descriptor `create` also matches `create.started`; such a name needs a condition. */
  exactly(event: string): string {
    const name = this.event(event);
    const longer = this.others(event).some((other) => other.startsWith(`${name}.`));
    return longer ? `_event.name === ${literal(name)}` : 'true';
  }

  /** A condition as an expression; without one, `true`. */
  holds(condition: Condition | undefined, params: string): string {
    if (condition === undefined) return 'true';
    const stateId = (region: string, state: string): string => this.state(region, state);
    return expressionOf(condition, { lifecycle: this.lifecycle, stateId, params });
  }

  private others(event: string): string[] {
    const accepted = Object.keys(this.lifecycle.commands).map((command) => `accepted.${command}`);
    const own = [...this.heard].filter((each) => kindOf(this.lifecycle, each) === 'signal');
    const others = [...this.fromOutside(), ...own].filter((each) => each !== event);
    return [...[...others, ...accepted].map((each) => this.event(each)), ...RAISED];
  }
}
