import { assign, emit, raise } from 'xstate';
import { firstThatHolds } from '../condition/deciding.ts';
import { truthOf } from '../condition/truth.ts';
import { type Condition, isPass, isRefusal, type Params, type Rule, type Value } from '../model/index.ts';
import { type Described, knownOf } from './known.ts';
import { waiting } from './long-delay.ts';

/** The context of a machine made from an exported configuration: plain data. */
interface ExportedContext {
  /** The facts outside the entity; the event `facts` changes them. */
  readonly facts: { readonly [fact: string]: Value };
  /** The state of each region, for conditions. */
  readonly standing: { readonly [region: string]: string };
  /** The gates of each command, in order. */
  readonly rules: { readonly [command: string]: readonly Pick<Rule & { when: Condition }, 'when'>[] };
}

interface GuardArguments {
  readonly context: ExportedContext;
  readonly event: { readonly type: string } & Params;
}

type Tested = (asked: GuardArguments, params: GuardParams) => boolean;

interface GuardParams {
  readonly command?: string;
  readonly condition?: Condition;
}

/** A guard of an exported configuration: the name of its implementation, and its parameters. */
export interface ExportedGuard {
  readonly type: 'holds' | 'accepted' | 'answered';
  readonly params: GuardParams;
}

/**
 * The implementations named in the exported configuration of any lifecycle. With them, `createMachine` makes a machine
 * that behaves like the one from `machineOf`. Conditions are the parameters of the guards. Facts that depend only on
 * the event's parameters are functions and cannot be exported; pass the lifecycle to supply them. `named` are guards that
 * the configuration has by other names.
 *
 * @example `setup(implementationsOf(systems.egnyte.entities.job)).createMachine(JSON.parse(text))`
 */
export function implementationsOf(
  lifecycle: Partial<Described> = {},
  named: { readonly [name: string]: ExportedGuard } = {},
) {
  const holds = (condition: Condition, asked: GuardArguments): boolean =>
    truthOf(condition, knownOf(lifecycle, asked.context.standing, asked.context.facts, asked.event)) === true;
  const decidingRule = (asked: GuardArguments, command = ''): Rule | undefined => {
    const rules = (asked.context.rules[command] ?? []) as readonly Rule[];
    return firstThatHolds(rules, (rule) => (isRefusal(rule) || isPass(rule)) && holds(rule.when, asked));
  };
  const guards: { readonly [name in ExportedGuard['type']]: Tested } = {
    holds: (asked, { condition = {} }) => holds(condition, asked),
    accepted: (asked, { command, condition = {} }) =>
      decidingRule(asked, command) === undefined && holds(condition, asked),
    answered: (asked, { command }) => {
      const rule = decidingRule(asked, command);
      return rule === undefined || isPass(rule);
    },
  };
  const byName = Object.entries(named).map(([name, { type, params }]) => [
    name,
    (asked: GuardArguments) => guards[type](asked, params),
  ]);
  return { guards: { ...guards, ...Object.fromEntries(byName) }, actions } as never as {
    guards: Record<string, never>;
    actions: Record<string, never>;
  };
}

/** Entering a state records it in the context. Signals carry the parameters of the event that caused them. */
export const actions = {
  stand: assign(({ context }, { region, state }: { region: string; state: string }) => ({
    standing: { ...(context as ExportedContext).standing, [region]: state },
  })),
  takeFacts: assign(({ context, event }) => ({
    facts: { ...(context as ExportedContext).facts, ...(event as unknown as Pick<ExportedContext, 'facts'>).facts },
  })),
  raise: raise(({ event }, { signal }: { signal: string }) => ({ ...event, type: signal })),
  tell: emit((_, { signal }: { signal: string }) => ({ type: signal })),
  ...waiting,
  effect: () => {},
  answer: () => {},
};
