import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import type { Lifecycle, System } from '../../src/model/index.ts';
import { entityOutlines } from '../../src/model/outline.ts';

const lifecycles = Object.values<System>(systems).flatMap((system) =>
  Object.values<Lifecycle>(system.entities).map((lifecycle) => ({
    name: `${system.name} ${lifecycle.kind}`,
    lifecycle,
    outline: entityOutlines(system)[lifecycle.kind],
  })),
);

describe.each(lifecycles)('the outline of $name', ({ lifecycle, outline }) => {
  const { kind, singleton, phases, commands, facts, chart } = lifecycle;

  it('has its kind, its phases, and its id if it can have only one', () => {
    expect(outline).toMatchObject({ kind, phases });
    expect(outline && 'singleton' in outline ? outline.singleton : 'none').toBe(singleton ?? 'none');
  });

  it('names its commands and its states, without what they do', () => {
    expect(outline?.commands).toEqual(Object.fromEntries(Object.keys(commands).map((command) => [command, {}])));
    const statesOf = (all: Lifecycle['chart']['states'] | undefined): string[] =>
      Object.entries(all ?? {}).flatMap(([region, { states }]) => Object.keys(states).map((one) => `${region}.${one}`));
    expect(statesOf(outline?.chart.states as Lifecycle['chart']['states'])).toEqual(statesOf(chart.states));
  });

  it('has the values of each fact, and whether a view shows it', () => {
    const expected = Object.entries(facts).map(([name, { values, shown, usesParams }]) => [
      name,
      { values, shown, usesParams },
    ]);
    expect(outline?.facts).toEqual(Object.fromEntries(expected));
  });

  it('can be stored', () => expect(JSON.parse(JSON.stringify(outline))).toEqual(outline));
});
