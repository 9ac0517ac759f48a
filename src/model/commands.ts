import type { EventSpec, Form, ParamSpec } from './event.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { System } from './system.ts';

/**
 * The steps of a system as types, derived from its data: a misspelt entity, command or parameter does not compile.
 *
 * @example `const steps: StepOf<Systems['dovecot']>[] = [{ given: 'ready' }, { to: 'account', type: 'start' }]`
 */
export type StepOf<S extends System> = (EventOf<S> | { wait: number | string } | { given: 'ready' }) & {
  /** What must hold after the step: outcomes, codes, `PHASE:STATUS`. */
  expect?: string | readonly string[];
};

/** A command or a report to any entity of the system. */
export type EventOf<S extends System> = {
  [K in keyof S['entities'] & string]: { to: K | `${K}:${string}` } & OneEvent<
    S['entities'][K]['commands'] & S['entities'][K]['reports']
  >;
}[keyof S['entities'] & string];

/** A command to any entity of the system. */
export type CommandOf<S extends System> = {
  [K in keyof S['entities'] & string]: { to: K | `${K}:${string}` } & OneEvent<S['entities'][K]['commands']>;
}[keyof S['entities'] & string];

/** The commands of an entity, as words. */
export type CommandWord<S, Kind> = WordOf<S, Kind, 'commands'>;

/** The facts of an entity, as words. */
export type FactWord<S, Kind> = WordOf<S, Kind, 'facts'>;

type WordOf<S, Kind, Part extends string> = S extends { readonly entities: infer E }
  ? Kind extends keyof E
    ? E[Kind] extends { readonly [P in Part]: infer Words }
      ? keyof Words & string
      : never
    : never
  : never;

/** The events that one lifecycle knows, as its machine takes them. */
export type LifecycleEvent<L extends Lifecycle> = OneEvent<L['commands'] & L['reports']>;

type OneEvent<Specs> = { [E in keyof Specs & string]: { type: E } & ParamsOf<Specs[E]> }[keyof Specs & string];

type ParamsOf<Spec> = Spec extends { readonly params: infer P extends NonNullable<EventSpec['params']> }
  ? { [K in Needed<P>]: ValueOf<P[K]> } & { [K in Exclude<keyof P, Needed<P>>]?: ValueOf<P[K]> }
  : unknown;

type Needed<P> = { [K in keyof P]: P[K] extends { readonly required: true } ? K : never }[keyof P];

/** A parameter whose bad values have their own code accepts any value, so that a test can ask for that code. */
type ValueOf<Spec> = Spec extends ParamSpec
  ? Spec extends { readonly anyValue: true }
    ? Formed<Spec['is']> | (string & {}) | number
    : Formed<Spec['is']>
  : never;

type Formed<F extends Form> = F extends { readonly one: readonly (infer Word extends string)[] }
  ? Word | (string extends Word ? number : Word extends `${infer N extends number}` ? N : never)
  : F extends { readonly whole: unknown }
    ? number | `${number}`
    : string;
