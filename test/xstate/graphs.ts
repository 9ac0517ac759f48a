import { getAdjacencyMap } from '@xstate/graph';
import { dovecot, managerMachine } from '../../machines/dovecot/index.ts';
import { credentialMachine, dropsuite, subscriptionMachine } from '../../machines/dropsuite/index.ts';
import { decidingRule } from '../../src/engine/judge.ts';
import { react } from '../../src/engine/react.ts';
import { World } from '../../src/engine/world.ts';
import type { System } from '../../src/model/index.ts';

type Event = { readonly type: string; readonly [key: string]: string };

/** Machines without facts, all of which @xstate/graph can visit. */
export const machines: readonly {
  name: string;
  machine: object;
  system: System;
  kind: string;
  events: readonly Event[];
}[] = [
  {
    name: 'the credential of Dropsuite',
    machine: credentialMachine,
    system: dropsuite,
    kind: 'credential',
    events: Object.keys({ ...dropsuite.entities.credential.commands, ...dropsuite.entities.credential.reports }).map(
      (type) => ({ type }),
    ),
  },
  {
    name: 'the subscription of Dropsuite',
    machine: subscriptionMachine,
    system: dropsuite,
    kind: 'subscription',
    events: [{ type: 'upgrade' }, { type: 'deleteAccounts' }, { type: 'filled' }],
  },
  {
    name: 'the manager of Dovecot',
    machine: managerMachine,
    system: dovecot,
    kind: 'manager',
    events: [
      { type: 'suspend' },
      { type: 'resume' },
      { type: 'exited', code: '78' },
      { type: 'exited', code: '75' },
      { type: 'exited', code: '77', side: 'destination' },
      { type: 'set', auth: 'user' },
      { type: 'set', auth: 'master' },
      { type: 'set', credentials: 'refreshed' },
      { type: 'set', identity: 'degraded', onRetryLimit: 'requeue' },
    ],
  },
];

/** The situations that @xstate/graph finds, each as the text of its state value. */
export function byGraph(machine: object, events: readonly Event[]): string[] {
  const map = getAdjacencyMap(machine as never, { events: events as never });
  return Object.values(map).map(({ state }) => text((state as unknown as { value: Record<string, string> }).value));
}

/** The situations that the engine finds, by breadth-first search. */
export function byEngine(system: System, kind: string, events: readonly Event[]): string[] {
  const world = new World(system);
  const entity = world.peek(kind, '1');
  const { regions, commands } = entity.lifecycle;
  const here = (): string => text(Object.fromEntries(regions.map(({ name }) => [name, entity.state(name)])));
  const found = new Map([[here(), entity.at.slice()]]);
  for (const at of found.values()) {
    for (const { type, ...params } of events) {
      entity.at = at.slice();
      const question = world.ask(entity, type, params);
      if (commands.has(type) && decidingRule(entity, type, question)) continue;
      react(entity, type, question);
      if (!found.has(here())) found.set(here(), entity.at.slice());
    }
  }
  return [...found.keys()];
}

const text = (value: Record<string, string>): string => JSON.stringify(Object.entries(value).sort());
