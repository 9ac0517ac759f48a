import { expect, test } from 'vitest';
import { byEngine, byGraph, machines } from './graphs.ts';

test.each(machines)(
  'the graph of $name has the situations that the engine finds',
  ({ machine, system, kind, events }) => {
    const found = byEngine(system, kind, events);
    expect(byGraph(machine, events).sort()).toEqual(found.sort());
    expect(found.length).toBeGreaterThan(1);
  },
);
