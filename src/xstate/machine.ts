import { assign, type NonReducibleUnknown, type ParameterizedObject, type StateMachine, setup } from 'xstate';
import type { Code, Lifecycle, LifecycleEvent, System, Value } from '../model/index.ts';
import { nearest } from '../model/near.ts';
import { configurationOf, millisecondsOf } from './configuration.ts';
import { Guards, type LifecycleContext } from './guards.ts';
import { actions } from './implementations.ts';
import { remember } from './refusal.ts';

export type { LifecycleContext } from './guards.ts';

/** Values for some facts of an entity. */
export type FactsOf<L extends Lifecycle> = {
  readonly [Fact in keyof L['facts'] & string]?: L['facts'][Fact]['values'][number];
};

/** Facts that have changed in the world around the entity. */
export type FactsEvent<L extends Lifecycle = Lifecycle> = { readonly type: 'facts'; readonly facts: FactsOf<L> };
/** A signal of a region of this entity or another one: `left AGENT.ACTIVE`. */
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

/** The state of every region: for a phase one of its statuses, or `null` before it has run. */
export type StateValueOf<L extends Lifecycle> = {
  [Phase in keyof L['phases'] & string]: (keyof L['phases'][Phase] & string) | 'null';
} & {
  [Name in Exclude<
    Literal<keyof L['chart']['states']>,
    keyof L['phases']
  >]: keyof L['chart']['states'][Name]['states'] & string;
};

/** The names if the type knows them, otherwise none. */
type Literal<Name> = Name extends string ? (string extends Name ? never : Name) : never;

/** The `meta` of a state: its status, and for a phase the vendor's code. */
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
  const { chart, commands, reports } = lifecycle;
  const guards = new Guards(lifecycle);
  const { on, states } = configurationOf(system, lifecycle, {
    guard: (command, condition) => guards.of(command, condition),
    answered: (command) => guards.answered(command),
    effect: (name) => name,
    action: (type, params) => ({ type: ours(type), params }),
    entry: () => [],
    delay: (name) => name,
  });
  const nodes = Object.values(chart.states).flatMap((region) => Object.values(region.states));
  const delays = nodes.flatMap(({ after }) => Object.keys(after ?? {}));
  const machine = setup({
    types: {} as { context: LifecycleContext; events: { type: string }; input: Partial<LifecycleContext> | undefined },
    guards: guards.named as never,
    actions: {
      ...Object.fromEntries(Object.keys(system.effects).map((name) => [name, () => {}])),
      ...Object.fromEntries(Object.entries(actions).map(([type, action]) => [ours(type), action])),
      takeFacts: assign({
        facts: ({ context, event }) => ({ ...context.facts, ...factsIn(event, lifecycle) }),
      }),
    } as never,
    delays: Object.fromEntries(delays.map((name) => [name, millisecondsOf(name)])),
  }).createMachine({
    id: chart.id,
    description: `${system.title}: ${Object.keys(commands).length} commands, ${Object.keys(reports).length} reports`,
    context: ({ input }: { input?: Partial<LifecycleContext> }) => ({
      facts: { ...usual(lifecycle), ...factsIn(input, lifecycle) },
    }),
    type: 'parallel',
    on,
    states,
  } as never) as unknown as MachineOf<L>;
  remember(machine, system, lifecycle);
  return machine;
}

/** The name of one of our actions: a system may have an effect called `raise`. */
const ours = (action: string): string => `lifecycle.${action}`;

/** The facts of an input or event. Throws a TypeError for an unknown fact or value. */
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
