import {
  type Condition,
  eventsHeard,
  type Handlers,
  type Lifecycle,
  movesOf,
  type Region,
  type System,
  secondsOf,
  statusOf,
} from '../model/index.ts';

/** What differs between a configuration that a program runs and one that JSON can hold. */
export interface Writing {
  /** The guard of a transition; `command` is its event, if that is a command. */
  readonly guard: (command: string | undefined, condition: Condition | undefined) => { readonly guard?: unknown };
  /** The guard of the answer to a command that is accepted and moves no region. */
  readonly answered: (command: string) => { readonly guard: unknown };
  readonly effect: (name: string) => unknown;
  /** One of the actions of `implementations.ts`. */
  readonly action: (type: string, params: object) => object;
  /** Actions on entering a state, besides its signals and delays. */
  readonly entry: (region: string, state: string) => readonly object[];
  /** The key of a delay in `after`. */
  readonly delay: (name: string) => string;
}

/** A delay too long for one timer: the event at its end, and its length. */
export interface Wait {
  readonly over: string;
  readonly milliseconds: number;
}

interface WrittenTransition {
  readonly target?: string;
  readonly guard?: unknown;
  readonly actions?: readonly unknown[];
  readonly reenter?: true;
}

type WrittenHandlers = Record<string, WrittenTransition[]>;

/** The longest platform timer, 24.8 days. A longer one would fire at once, so a longer delay is split into parts. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/** In milliseconds. `5m` is a literal; a named delay, which only the world could compute, is an hour here. */
export const millisecondsOf = (delay: string): number => (secondsOf(delay) ?? 3600) * 1000;

/** The signals of an entity that a link passes to others. */
export const toldBy = ({ links }: System, kind: string): ReadonlySet<string> =>
  new Set(links.filter(({ from }) => from === kind).flatMap(({ signals }) => signals));

/** The transitions and states of the XState machine of a lifecycle: each region is a parallel state. */
export function configurationOf(system: System, lifecycle: Lifecycle, writing: Writing) {
  const { chart, commands, kind } = lifecycle;
  const writer = new Writer(lifecycle, toldBy(system, kind), writing);
  const on = writer.handlers(chart.on, (target) => `.${target}`);
  for (const command of Object.keys(commands)) on[command] = [...(on[command] ?? []), writer.answer(command)];
  return {
    on: { ...on, facts: { actions: [{ type: 'takeFacts' }] } },
    states: Object.fromEntries(
      Object.entries(chart.states).map(([name, region]) => [name, writer.region(name, region)]),
    ),
  };
}

class Writer {
  private readonly lifecycle: Lifecycle;
  private readonly heard: ReadonlySet<string>;
  private readonly told: ReadonlySet<string>;
  private readonly writing: Writing;

  constructor(lifecycle: Lifecycle, told: ReadonlySet<string>, writing: Writing) {
    this.lifecycle = lifecycle;
    this.heard = new Set(eventsHeard(lifecycle.chart));
    this.told = told;
    this.writing = writing;
  }

  region(name: string, { initial, on, states }: Region): object {
    return {
      initial,
      on: this.handlers(on, (target) => `.${target}`),
      states: Object.fromEntries(Object.entries(states).map(([state, node]) => [state, this.state(name, state, node)])),
    };
  }

  handlers(handlers: Handlers | undefined, place = (target: string): string => target): WrittenHandlers {
    return Object.fromEntries(
      Object.keys(handlers ?? {}).map((event) => {
        const command = Object.hasOwn(this.lifecycle.commands, event) ? event : undefined;
        const written = movesOf(handlers, event).map(({ target, guard, actions, reenter }) => ({
          ...(target === undefined ? {} : { target: place(target) }),
          ...this.writing.guard(command, guard),
          ...(actions ? { actions: actions.map((name) => this.writing.effect(name)) } : {}),
          ...(reenter ? { reenter } : {}),
        }));
        return [event, written];
      }),
    );
  }

  /** An accepted command that moves no region still needs a transition. */
  answer(command: string): WrittenTransition {
    return { ...this.writing.answered(command), actions: [this.writing.action('answer', { command })] };
  }

  private state(region: string, state: string, { on, after }: Region['states'][string]): object {
    const { chart, phases } = this.lifecycle;
    const code = phases[region]?.[state];
    const short: WrittenHandlers = {};
    const long: WrittenHandlers = {};
    const waits: Wait[] = [];
    for (const [delay, moves] of Object.entries(this.handlers(after))) {
      const key = this.writing.delay(delay);
      const milliseconds = millisecondsOf(delay);
      const over = `xstate.after.${key}.${chart.id}.${region}.${state}`;
      const isLong = milliseconds > LONGEST_TIMER;
      const [list, event] = isLong ? [long, over] : [short, key];
      if (isLong && !list[event]) waits.push({ over, milliseconds });
      // Two delays of the same length share a key: the transitions of the first are tried first.
      list[event] = [...(list[event] ?? []), ...moves];
    }
    const { action } = this.writing;
    return {
      on: {
        ...this.handlers(on),
        ...long,
        ...Object.fromEntries(waits.map((wait) => [`${wait.over}.part`, [{ actions: [action('wait', wait)] }]])),
      },
      after: short,
      entry: [
        ...this.writing.entry(region, state),
        ...this.signals(`entered ${region}.${state}`),
        ...waits.map((wait) => action('wait', wait)),
      ],
      exit: [...this.signals(`left ${region}.${state}`), ...waits.map(({ over }) => action('stopWaiting', { over }))],
      meta: { status: statusOf(state), ...(code === undefined ? {} : { code }) },
    };
  }

  private signals(signal: string): object[] {
    const { action } = this.writing;
    return [
      ...(this.heard.has(signal) ? [action('raise', { signal })] : []),
      ...(this.told.has(signal) ? [action('tell', { signal })] : []),
    ];
  }
}
