import {
  assign,
  emit,
  type NonReducibleUnknown,
  type ParameterizedObject,
  raise,
  type StateMachine,
  setup,
} from 'xstate';
import {
  type Code,
  type Handlers,
  type Lifecycle,
  type LifecycleEvent,
  movesOf,
  type Region,
  type System,
  secondsOf,
  statusOf,
  type Value,
} from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { type AnyGuard, Guards, type LifecycleContext } from './guards.ts';
import { isLong, longDelay } from './long-delay.ts';
import { remember } from './refusal.ts';

export type { LifecycleContext } from './guards.ts';

/** Some facts of an entity, each with one of its values. */
export type FactsOf<L extends Lifecycle> = {
  readonly [Fact in keyof L['facts'] & string]?: L['facts'][Fact]['values'][number];
};

/** Facts that have changed in the world around the entity. */
export type FactsEvent<L extends Lifecycle = Lifecycle> = { readonly type: 'facts'; readonly facts: FactsOf<L> };
/** What a region says of itself, and what other entities say: `left AGENT.ACTIVE`. */
export type SignalEvent = { readonly type: `entered ${string}.${string}` | `left ${string}.${string}` };

export type MachineOf<L extends Lifecycle> = StateMachine<
  LifecycleContext,
  LifecycleEvent<L> | FactsEvent<L> | SignalEvent,
  Record<string, never>,
  never,
  ParameterizedObject,
  ParameterizedObject,
  string,
  StateValueOf<L>,
  string,
  { readonly facts?: FactsOf<L> } | undefined,
  NonReducibleUnknown,
  SignalEvent,
  StateMeta,
  // biome-ignore lint/suspicious/noExplicitAny: users do not need the type of the configuration that made the machine.
  any
>;

/** Where every region stands: a phase in one of its statuses, or `null` before it has run. */
export type StateValueOf<L extends Lifecycle> = {
  [Phase in keyof L['phases'] & string]: (keyof L['phases'][Phase] & string) | 'null';
} & {
  [Name in Exclude<
    Literal<keyof L['chart']['states']>,
    keyof L['phases']
  >]: keyof L['chart']['states'][Name]['states'] & string;
};

/** Names that the data tells; where it tells only that there are some, none. */
type Literal<Name> = Name extends string ? (string extends Name ? never : Name) : never;

/** What each state says of itself: its status, and the vendor's code of it where it is a phase's. */
export interface StateMeta {
  readonly status: string | null;
  readonly code?: Code | null;
}

/**
 * The XState machine of an entity, made from the lifecycle's data. Phases are parallel regions; statuses are their
 * states, with the vendor's codes in `meta`. A command has a guard that holds if none of its rules does, so
 * `snapshot.can(command)` is true exactly when the command is accepted. Everything outside the entity is a fact in the
 * context: set it with `input: { facts }` or the event `{ type: 'facts', facts }`.
 */
export function machineOf<L extends Lifecycle>(system: System, lifecycle: L): MachineOf<L> {
  const told = new Set(system.links.filter(({ from }) => from === lifecycle.kind).flatMap(({ signals }) => signals));
  const maker = new Maker(lifecycle, told);
  const { chart, commands, reports } = lifecycle;
  const states = Object.fromEntries(
    Object.entries(chart.states).map(([name, region]) => [name, maker.region(name, region)]),
  );
  const whole = maker.handlers(chart.on, (target) => `.${target}`);
  for (const command of Object.keys(commands)) whole[command] = [...(whole[command] ?? []), maker.answer(command)];
  const actions = Object.fromEntries(maker.actions(system).map((name) => [name, () => {}]));
  const machine = setup({
    types: {} as { context: LifecycleContext; events: { type: string }; input: Partial<LifecycleContext> | undefined },
    guards: maker.guards.named as never,
    actions: {
      ...actions,
      takeFacts: assign({
        facts: ({ context, event }) => ({ ...context.facts, ...factsIn(event, lifecycle) }),
      }),
    },
    delays: maker.delays(),
  }).createMachine({
    id: chart.id,
    description: `${system.title}: ${Object.keys(commands).length} commands, ${Object.keys(reports).length} reports`,
    context: ({ input }: { input?: Partial<LifecycleContext> }) => ({
      facts: { ...usual(lifecycle), ...factsIn(input, lifecycle) },
    }),
    type: 'parallel',
    on: { ...whole, facts: { actions: 'takeFacts' } },
    states,
  } as never) as unknown as MachineOf<L>;
  remember(machine, system, lifecycle);
  return machine;
}

/** The facts that an input or an event brings. Throws a TypeError at one that the entity does not have, or never as given. */
function factsIn(given: unknown, { kind, facts: known }: Lifecycle): LifecycleContext['facts'] {
  const { facts = {} } = (given ?? {}) as Partial<LifecycleContext>;
  for (const [name, value] of Object.entries(facts)) {
    const fact = Object.hasOwn(known, name) ? known[name] : undefined;
    if (fact === undefined) {
      const near = nearest(name, Object.keys(known));
      throw new TypeError(`${kind}: there is no fact ${name}${near === undefined ? '' : `; did you mean ${near}?`}`);
    }
    if (!fact.values.includes(value)) {
      throw new TypeError(`${kind}: ${name} is ${fact.values.map(String).join(' or ')}, not ${String(value)}`);
    }
  }
  return facts;
}

const usual = ({ facts }: Lifecycle): Record<string, Value> =>
  Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.usual]));

interface MachineTransition {
  target?: string;
  guard?: AnyGuard;
  actions?: readonly string[];
  reenter?: true;
}

/** Turns the data of one chart into an XState configuration. */
class Maker {
  readonly guards: Guards;
  private readonly lifecycle: Lifecycle;
  private readonly heard: ReadonlySet<string>;
  private readonly told: ReadonlySet<string>;

  constructor(lifecycle: Lifecycle, told: ReadonlySet<string>) {
    this.lifecycle = lifecycle;
    this.told = told;
    this.guards = new Guards(lifecycle);
    this.heard = new Set(Object.values(lifecycle.chart.states).flatMap(eventsOf));
  }

  region(name: string, region: Region): object {
    const states = Object.entries(region.states).map(([state, node]) => {
      const status = statusOf(state);
      const code = this.lifecycle.phases[name]?.[state];
      const after = this.handlers(node.after, (target) => target);
      const long = Object.keys(after).filter((delay) => isLong(lengthOf(delay)));
      const over = (delay: string): string => `xstate.after.${delay}.${this.lifecycle.chart.id}.${name}.${state}`;
      const waits = long.map((delay) => longDelay(over(delay), lengthOf(delay)));
      return [
        state,
        {
          on: Object.assign(
            this.handlers(node.on, (target) => target),
            ...long.map((delay) => ({ [over(delay)]: after[delay] })),
            ...waits.map(({ on }) => on),
          ),
          after: Object.fromEntries(Object.entries(after).filter(([delay]) => !long.includes(delay))),
          entry: [...this.signals(`entered ${name}.${state}`), ...waits.map(({ entry }) => entry)],
          exit: [...this.signals(`left ${name}.${state}`), ...waits.map(({ exit }) => exit)],
          meta: { status, ...(code === undefined ? {} : { code }) },
        },
      ];
    });
    return {
      initial: region.initial,
      on: this.handlers(region.on, (target) => `.${target}`),
      states: Object.fromEntries(states),
    };
  }

  handlers(handlers: Handlers | undefined, place: (target: string) => string): Record<string, MachineTransition[]> {
    const made: Record<string, MachineTransition[]> = {};
    for (const event of Object.keys(handlers ?? {})) {
      const command = Object.hasOwn(this.lifecycle.commands, event) ? event : undefined;
      made[event] = movesOf(handlers, event).map(({ target, guard, actions, reenter }) => ({
        ...(target === undefined ? {} : { target: place(target) }),
        ...this.guards.of(command, guard),
        ...(actions ? { actions } : {}),
        ...(reenter ? { reenter } : {}),
      }));
    }
    return made;
  }

  /** An accepted command that changes no phase still needs a transition. */
  answer(command: string): MachineTransition {
    return { ...this.guards.answered(command), actions: ['answer'] };
  }

  actions(system: System): string[] {
    return ['answer', ...Object.keys(system.effects)];
  }

  delays(): Record<string, number> {
    const names = Object.values(this.lifecycle.chart.states).flatMap((region) =>
      Object.values(region.states).flatMap((node) => Object.keys(node.after ?? {})),
    );
    return Object.fromEntries(names.map((name) => [name, lengthOf(name)]));
  }

  private signals(signal: string): object[] {
    const raised = this.heard.has(signal)
      ? [raise(({ event }: { event: object }) => ({ ...event, type: signal }) as never)]
      : [];
    return this.told.has(signal) ? [...raised, emit({ type: signal } as never)] : raised;
  }
}

/** In milliseconds. `5m` is a literal; a named delay, which only the world could compute, is an hour here. */
const lengthOf = (delay: string): number => (secondsOf(delay) ?? 3600) * 1000;

const eventsOf = (region: Region): string[] => [
  ...Object.keys(region.on ?? {}),
  ...Object.values(region.states).flatMap((node) => Object.keys(node.on ?? {})),
];
