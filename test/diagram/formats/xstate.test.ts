import { getAdjacencyMap } from '@xstate/graph';
import { describe, expect, test, vi } from 'vitest';
import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  initialTransition,
  setup,
  transition,
} from 'xstate';
import { xstate } from '../../../src/diagram/export/xstate.ts';
import { mulberry } from '../../../src/laws/walk.ts';
import type { Lifecycle, System } from '../../../src/model/index.ts';
import { lettersOf } from '../../../src/space/letters.ts';
import { implementationsOf } from '../../../src/xstate/implementations.ts';
import { machineOf } from '../../../src/xstate/machine.ts';
import { hostileToXstate } from './hostile.ts';
import { type Subject, subjects } from './machines.ts';
import { eventsOf } from './xstate-events.ts';

const STEPS = 300;
const all: readonly Subject[] = [...subjects, hostileToXstate];

/** The machine that a reader of the text makes of it. */
const readBack = (system: System, lifecycle: Lifecycle, phase?: string): AnyStateMachine =>
  setup(implementationsOf(lifecycle)).createMachine(JSON.parse(xstate(system, lifecycle, phase))) as never;

test.each(all)('$name: the machine read back has the same states and accepts the same events', (subject) => {
  const { system, lifecycle } = subject;
  const machines = [machineOf(system, lifecycle) as never as AnyStateMachine, readBack(system, lifecycle)] as const;
  const events = eventsOf(subject);
  const chance = mulberry(5);
  const differences: string[] = [];
  let [own, read] = machines.map((machine) => initialTransition(machine)[0]) as [
    AnyMachineSnapshot,
    AnyMachineSnapshot,
  ];
  let moved = 0;
  for (let step = 0; step < STEPS && differences.length === 0; step += 1) {
    const event = events[Math.floor(chance() * events.length)] as (typeof events)[number];
    const can = [own.can(event.own as never), read.can(event.read as never)];
    const before = own.value;
    own = transition(machines[0], own, event.own as never)[0];
    read = transition(machines[1], read, event.read as never)[0];
    if (own.value !== before) moved += 1;
    const values = [own, read].map(({ value }) => JSON.stringify(value));
    if (values[0] !== values[1] || can[0] !== can[1])
      differences.push(`step ${step}: ${JSON.stringify(event)} ${values} ${can}`);
  }
  expect(differences).toEqual([]);
  const canMove = Object.values(lifecycle.chart.states).some(({ states }) => Object.keys(states).length > 1);
  expect(moved > 0).toBe(canMove);
});

describe('the machine read back has the same graph', () => {
  const small = [
    'dropsuite credential',
    'dropsuite subscription',
    'dropsuite migration',
    'wildduck asp',
    'mozilla-sync node',
  ];
  test.each(all.filter(({ name }) => small.includes(name)))('$name', ({ system, lifecycle }) => {
    const events = lettersOf(system, lifecycle, [lifecycle.kind])
      .filter(({ event }) => !event.startsWith('after '))
      .map(({ event, params }) => ({ ...params, type: event }));
    const graphOf = (machine: object): string[] => {
      const map = getAdjacencyMap(machine as never, {
        events: events as never,
        serializeState: (state) => JSON.stringify((state as unknown as AnyMachineSnapshot).value) as never,
      });
      return Object.entries(map)
        .flatMap(([from, { transitions }]) =>
          Object.entries(transitions as Record<string, { state: unknown }>).map(([event, { state }]) => {
            return `${from} ${event} ${JSON.stringify((state as unknown as AnyMachineSnapshot).value)}`;
          }),
        )
        .sort();
    };
    const found = graphOf(readBack(system, lifecycle));
    expect(found).toEqual(graphOf(machineOf(system, lifecycle)));
    expect(found.length).toBeGreaterThan(2);
  });
});

test('a phase alone has the other regions as facts', () => {
  const subject = subjects.find(({ name }) => name === 'egnyte job') as Subject;
  const machine = readBack(subject.system, subject.lifecycle, 'SCAN');
  const [start] = initialTransition(machine);
  expect(start.value).toEqual({ SCAN: 'null' });
  expect(start.can({ type: 'scan.start' } as never)).toBe(false);
  const [exists] = transition(machine, start, { type: 'facts', facts: { CREATE_MIGRATION: 'SUCCEEDED' } } as never);
  expect(exists.can({ type: 'scan.start' } as never)).toBe(true);
  expect(transition(machine, exists, { type: 'scan.start' } as never)[0].value).toEqual({ SCAN: 'QUEUED' });
});

describe('a delay of more than 24.8 days', () => {
  const longest = 2 ** 31 - 1;
  const day = 86_400_000;
  const download = subjects.find(({ name }) => name === 'dropsuite download') as Subject;

  test('is never passed to one timer', () => {
    for (const { name, system, lifecycle } of all) {
      const delays = [...xstate(system, lifecycle).matchAll(/"after": \{\s*"(\d+)"/g)].map(([, length]) =>
        Number(length),
      );
      expect([name, delays.filter((length) => length > longest)]).toEqual([name, []]);
    }
    expect(xstate(download.system, download.lifecycle)).toContain(`"milliseconds": ${30 * day}`);
  });

  test("ends on the platform's clock in time, and not before", () => {
    vi.useFakeTimers();
    try {
      const actor = createActor(readBack(download.system, download.lifecycle)).start();
      for (const type of ['start', 'started', 'succeeded']) actor.send({ type } as never);
      expect(actor.getSnapshot().value).toMatchObject({ DOWNLOAD: 'COMPLETED' });
      vi.advanceTimersByTime(30 * day - 1);
      expect(actor.getSnapshot().value).toMatchObject({ DOWNLOAD: 'COMPLETED' });
      vi.advanceTimersByTime(1);
      expect(actor.getSnapshot().value).toMatchObject({ DOWNLOAD: 'EXPIRED' });
    } finally {
      vi.useRealTimers();
    }
  });
});

test('the text is the same each time', () => {
  for (const { system, lifecycle } of all) expect(xstate(system, lifecycle)).toBe(xstate(system, lifecycle));
});
