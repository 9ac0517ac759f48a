import { describe, expect, it } from 'vitest';
import { systems } from '../../machines/index.ts';
import { namesOf } from '../../src/condition/walk.ts';
import { Simulator } from '../../src/engine/simulate.ts';
import type { Lifecycle, Rule, System, Value } from '../../src/model/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

/** Facts with another value after `given ready`: what they are about exists already, or was not created. */
const otherwise: { readonly [system: string]: readonly string[] } = {
  egnyte: ['agent upToDate', 'agent anyJobExists', 'job newConfig'],
  wildduck: [
    ...['user nameTaken', 'user plainNameTaken', 'user addressTaken'],
    ...['user registrationChallenge', 'user authenticationChallenge', 'user credentialKnown', 'user addressIdTaken'],
    ...['session aspThere', 'session aspCoversScope', 'address valueTaken'],
    ...['mailbox', 'message', 'asp', 'filter', 'file'].map((kind) => `${kind} ownedByUser`),
  ],
  'mozilla-sync': ['account password', 'storage usage'],
};

/** The facts of a system with a value after `given ready` that is not the usual one; commands are in their plain form. */
function unusual(system: System): string[] {
  const simulator = new Simulator(system);
  for (const step of readScenario(system, 'given ready')) simulator.run(step);
  const { world } = simulator;
  return Object.values<Lifecycle>(system.entities).flatMap(({ kind, singleton = '1', commands, rules, facts }) => {
    const asks = (event: string, fact: string): boolean =>
      (rules[event] ?? []).some((rule: Rule) => namesOf(rule.when).has(fact));
    return Object.entries(facts)
      .filter(([name, { of, usual, usesParams }]) => {
        const self = world.peek(kind, singleton);
        const asked = usesParams ? Object.keys(commands).filter((event) => asks(event, name)) : [''];
        const values = asked.map((event): Value => of({ world, self, event, params: commands[event]?.plain ?? {} }));
        return values.some((value) => value !== usual);
      })
      .map(([name]) => `${kind} ${name}`);
  });
}

describe.each(Object.values<System>(systems).map((system) => ({ name: system.name, system })))(
  '$name',
  ({ system }) => {
    it('its facts have their usual values after its opening', () =>
      expect(unusual(system)).toEqual(otherwise[system.name] ?? []));
  },
);
