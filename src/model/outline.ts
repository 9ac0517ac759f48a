import type { Fact, Lifecycle } from './lifecycle.ts';
import type { System } from './system.ts';

/** All of a system that a person can name. Every system is its own outline; without the system it can be stored. */
export interface Outline extends Pick<System, 'name' | 'title' | 'marks' | 'codes'> {
  readonly entities: { readonly [kind: string]: EntityOutline };
}

export interface EntityOutline extends Pick<Lifecycle, 'kind' | 'singleton' | 'phases'> {
  readonly commands: { readonly [command: string]: object };
  readonly facts: { readonly [fact: string]: Pick<Fact, 'values' | 'shown' | 'usesParams'> };
  /** The states of each region. */
  readonly chart: {
    readonly states: { readonly [region: string]: { readonly states: { readonly [state: string]: object } } };
  };
}

/** The kind and the id of an entity's address: `job:7`, or `job` for the first or only one. */
export function entityAddressOf({ entities }: Outline, address: string): { kind: string; id: string } {
  const [kind = '', ...id] = address.split(':');
  const singleton = Object.hasOwn(entities, kind) ? entities[kind]?.singleton : undefined;
  return { kind, id: id.join(':') || (singleton ?? '1') };
}

/** The entities of an outline, as data alone. */
export const entityOutlines = ({ entities }: System): Outline['entities'] =>
  mapped(entities, ({ kind, singleton, phases, commands, facts, chart }) => ({
    kind,
    ...(singleton === undefined ? {} : { singleton }),
    phases,
    commands: mapped(commands, () => ({})),
    facts: mapped(facts, ({ values, shown, usesParams }) => ({
      values,
      ...(shown === undefined ? {} : { shown }),
      ...(usesParams ? { usesParams } : {}),
    })),
    chart: { states: mapped(chart.states, ({ states }) => ({ states: mapped(states, () => ({})) })) },
  }));

const mapped = <From, To>(all: { readonly [name: string]: From }, to: (one: From) => To): { [name: string]: To } =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, to(one)]));
